// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/artifacts/spooldevice.h"

#include <algorithm>
#include <utility>

namespace core {

SpoolDevice::SpoolDevice(std::function<QString()> makePath)
    : m_makePath(std::move(makePath))
{
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

qint64 SpoolDevice::writeData(const char* data, qint64 size)
{
    m_sha256.addData(QByteArrayView(data, size));
    const bool large = m_size + size > MostInMemory;
    if (large && !m_file.isOpen() && !spill()) {
        return -1;
    }
    if (m_size < MostInMemory) {
        m_start.append(data, std::min(size, MostInMemory - m_size));
    }
    m_size += size;
    if (m_file.isOpen() && m_file.write(data, size) != size) {
        setErrorString(m_file.errorString());
        return -1;
    }
    return size;
}

bool SpoolDevice::spill()
{
    m_file.setFileName(m_makePath());
    const bool opened = m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)
        && m_file.write(m_start) == m_start.size();
    if (!opened) {
        setErrorString(m_file.errorString());
    }
    return opened;
}

bool SpoolDevice::finish(StoredFile& file)
{
    file.sha256 = m_sha256.hex();
    file.size = m_size;
    file.start = m_start;
    if (!m_file.isOpen()) {
        file.content = m_start;
        return true;
    }
    file.content = m_file.fileName();
    const bool flushed = m_file.flush();
    m_file.close();
    return flushed && m_file.error() == QFile::NoError;
}

} // namespace core
