// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/printer.h"
#include "core/submission/input.h"

#include <QStringList>

#include <vector>

namespace cli {

// One input: a file or URL with its facts, or a hash.
struct SubmitItem {
    core::submission::Input input;
    core::submission::FileFacts facts;

    bool isHash() const { return input.kind == core::submission::Input::Kind::Hash; }
};

// Looks at everything that is to be submitted before anything is sent, so that what cannot be submitted stops the
// command in time. Of a folder, the files that CAPE cannot run are left out, with the reason.
class SubmitInputs {
public:
    // `uploadLimit` in bytes.
    SubmitInputs(qint64 uploadLimit, const Printer& printer)
        : m_uploadLimit(uploadLimit)
        , m_printer(printer)
    {
    }

    // False where an input cannot be submitted; the reasons are told.
    bool read(const QStringList& texts);
    const std::vector<SubmitItem>& items() const { return m_items; }
    // What the item is called: its file's name or, where several share it, its path.
    QString nameOf(const SubmitItem& item) const;

private:
    bool readOne(const QString& text);
    bool readFolder(const QString& path);
    core::Result<void> addFile(const QString& path);

    const qint64 m_uploadLimit;
    const Printer& m_printer;
    std::vector<SubmitItem> m_items;
};

} // namespace cli
