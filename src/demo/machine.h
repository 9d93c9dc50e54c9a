// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace demo {

// A guest of the sandbox, as machines/list shows it.
struct Machine {
    int id = 0;
    QString name;
    QString ip;
    QString platform;
    QStringList tags;
    bool reserved = false;
};

// One Windows and one Linux guest.
QList<Machine> defaultMachines();

} // namespace demo
