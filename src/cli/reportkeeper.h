// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "net/taskrecord.h"

#include <QHash>
#include <QString>

namespace cli {

// Puts the reports of tasks into a folder: the ZIP, and the lite report beside it where the ZIP has none.
class ReportKeeper {
public:
    explicit ReportKeeper(const QString& folder)
        : m_folder(folder)
    {
    }

    // Errors: CannotWrite.
    core::Result<void> makeFolder() const;
    // `server` tells tasks of several servers apart, whose numbers are alike; empty where there is one.
    core::Result<void> keep(const net::TaskRecord& task, const QString& server);
    // The file to open for this task; empty where none is here.
    QString pathOf(const QString& taskId) const { return m_paths.value(taskId); }

private:
    QString m_folder;
    QHash<QString, QString> m_paths; // by task
};

} // namespace cli
