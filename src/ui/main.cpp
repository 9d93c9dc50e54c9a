// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application.h"
#include "ui/window/mainwindow.h"

int main(int argc, char** argv)
{
    return ui::runWorkbench(argc, argv, [](ui::MainWindow&) {});
}
