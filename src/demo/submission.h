// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/exchange.h"
#include "demo/task.h"
#include "demo/taskstore.h"

#include <QHash>

#include <expected>

namespace demo {

// One request to tasks/create: reads the form as the real server does (what it cannot read it replaces in silence),
// checks it, and makes the tasks.
class Submission {
public:
    Submission(const ServerOptions& options, TaskStore& store, const QList<FormField>& form);

    // The whole answer for a file, and for a URL. `isStaff`: a repeated sample is taken even where it must be unique.
    Answer submitFile(const QString& baseUrl, bool isStaff);
    Answer submitUrl(const QString& baseUrl);

private:
    using Check = std::expected<void, core::json::Value>; // what the server's `errors` say of the file

    std::optional<QString> checkMachine() const;
    std::expected<void, core::json::Object> checkFile(const FormField& file, bool isStaff) const;
    Check checkTask(const Task& task) const;
    QList<FormField> split(const FormField& file);
    void addFile(const FormField& file, const Sample& parent);
    void addTask(Task task);
    Task readTask() const;
    Answer result(const QString& baseUrl) const;
    QString value(const QString& name) const { return m_values.value(name); }

    const ServerOptions& m_options;
    TaskStore& m_store;
    QList<FormField> m_files;
    QHash<QString, QString> m_values;
    core::json::Array m_errors;
    QList<int> m_ids;
};

} // namespace demo
