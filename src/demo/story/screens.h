// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace demo::story {

// The guest's five screenshots, JPEG, in order of time. The program in resources/demo/screens draws them in the build.
std::vector<QByteArray> screenshots();

} // namespace demo::story
