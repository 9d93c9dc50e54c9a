// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <mutex>

namespace core::filetype {

// As long as it lives, what libmagic says of a file of signatures on stderr is held back: from 5.46 on it calls entries
// duplicates that differ in what they look for. Everything else on stderr comes out at the end.
class MagicWarnings {
public:
    // The file as libmagic names it.
    explicit MagicWarnings(const QByteArray& file);
    ~MagicWarnings();
    MagicWarnings(const MagicWarnings&) = delete;
    MagicWarnings& operator=(const MagicWarnings&) = delete;

private:
    void replay() const;

    static std::mutex s_one; // stderr is the process's
    const std::lock_guard<std::mutex> m_lock;
    const QByteArray m_file;
    int m_stderr = -1; // a copy of the real one
    int m_held = -1;
};

} // namespace core::filetype
