// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filetype/magicwarnings.h"

#include <QFile>

#include <cstdio>
#include <sys/mman.h>
#include <unistd.h>

namespace core::filetype {

std::mutex MagicWarnings::s_one;

MagicWarnings::MagicWarnings(const QByteArray& file)
    : m_lock(s_one)
    , m_file(file)
    , m_stderr(::dup(STDERR_FILENO))
    , m_held(::memfd_create("stderr", MFD_CLOEXEC))
{
    if (m_stderr >= 0 && m_held >= 0) {
        std::fflush(stderr);
        ::dup2(m_held, STDERR_FILENO);
    }
}

MagicWarnings::~MagicWarnings()
{
    if (m_stderr >= 0 && m_held >= 0) {
        std::fflush(stderr);
        ::dup2(m_stderr, STDERR_FILENO);
        replay();
    }
    for (const int descriptor : {m_stderr, m_held}) {
        if (descriptor >= 0) {
            ::close(descriptor);
        }
    }
}

void MagicWarnings::replay() const
{
    QFile held;
    ::lseek(m_held, 0, SEEK_SET);
    if (!held.open(m_held, QIODevice::ReadOnly, QFile::DontCloseHandle)) {
        return;
    }
    while (!held.atEnd()) {
        const QByteArray line = held.readLine();
        if (!line.startsWith("Warning: Duplicate magic entry") && !line.contains(m_file)) {
            std::fwrite(line.constData(), 1, std::size_t(line.size()), stderr);
        }
    }
}

} // namespace core::filetype
