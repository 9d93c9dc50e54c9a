// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/capetypes.h"
#include "ui/models/recordmodel.h"

namespace ui {

// The tasks on a server, as a table: number, sample or URL, state, package, machine, when it was submitted.
class ServerTaskModel : public RecordTable<net::TaskView> {
    Q_OBJECT
public:
    enum Column { NumberColumn, TargetColumn, StateColumn, PackageColumn, MachineColumn, AddedColumn };

    explicit ServerTaskModel(QObject* parent = nullptr);
};

} // namespace ui
