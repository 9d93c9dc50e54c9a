// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/artifacts/hashingdevice.h"

#include <algorithm>

namespace core {

qint64 HashingDevice::writeData(const char* data, qint64 size)
{
    m_sha256.addData(QByteArrayView(data, size));
    if (m_count < StartSize) {
        m_start.append(data, std::min(size, StartSize - m_count));
    }
    m_count += size;
    return size;
}

} // namespace core
