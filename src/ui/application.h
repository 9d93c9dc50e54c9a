// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QString>
#include <QUrl>

#include <functional>

namespace ui {

// Where the embedded demo server listens, and what its connection profile needs.
struct DemoPlace {
    QString profileName;
    QUrl url;
    QString token;
};

// Starts the demo server, or says where it listens already. The window links no server: the program hands this in.
using DemoStarter = std::function<core::Result<DemoPlace>()>;

// Runs the workbench: reads the command line, sets look and language, opens the window. Gives the exit status.
int runWorkbench(int& argc, char** argv, const DemoStarter& startDemo);

} // namespace ui
