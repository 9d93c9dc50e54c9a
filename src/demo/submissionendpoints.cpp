// SPDX-License-Identifier: GPL-3.0-or-later
// The endpoints that make tasks.
#include "demo/api.h"
#include "demo/multipart.h"
#include "demo/submission.h"

using namespace Qt::StringLiterals;

namespace demo {

Answer Api::createFile(const Request& request, const User& user, const QStringList&)
{
    if (const auto off = disabled(Endpoint::CreateFile, u"File Create API is Disabled"_s)) {
        return *off;
    }
    return Submission(m_options, tasks(), readForm(request)).submitFile(request.baseUrl, user.staff);
}

Answer Api::createUrl(const Request& request, const User&, const QStringList&)
{
    if (const auto off = disabled(Endpoint::CreateUrl, u"URL Create API is Disabled"_s)) {
        return *off;
    }
    return Submission(m_options, tasks(), readForm(request)).submitUrl(request.baseUrl);
}

// As an older server does it; the present one has no such call.
Answer Api::reboot(const Request&, const User&, const QStringList& arguments)
{
    TaskStore& store = tasks();
    const Task* task = store.find(arguments.first().toLongLong());
    if (!task || task->state != TaskState::Reported) {
        return failure(u"Error creating reboot task"_s);
    }
    const int parent = task->id;
    const int again = store.repeat(*task, m_options.clock());
    return jsonAnswer(core::json::Object{{"error", false}, {"task_id", parent}, {"reboot_id", again}});
}

} // namespace demo
