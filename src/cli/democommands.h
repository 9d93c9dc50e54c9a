// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace cli {

int runDemoServer(const QStringList& arguments);

} // namespace cli
