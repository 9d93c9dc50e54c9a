// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/story/story.h"

namespace demo::story {

using core::json::Object;

Story tell(const Task& task)
{
    Story story;
    story.report = Object {{"info", Object {{"id", task.id}}}, {"target", Object {{"category", "file"}}}};
    return story;
}

} // namespace demo::story
