// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QApplication;

namespace ui {

class MainWindow;

// What the program links beside the window: starts the demo (its server, profile and sample report) for the window.
using DemoStarter = std::function<void(MainWindow& window)>;

// Runs the workbench: reads the command line, sets look and language, opens the window. Gives the exit status.
int runWorkbench(int& argc, char** argv, const DemoStarter& startDemo);

} // namespace ui
