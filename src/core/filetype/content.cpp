// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filetype/content.h"

namespace core::filetype {

QByteArray Content::read(qint64 offset, qint64 length)
{
    if (offset < 0 || offset >= m_size || !m_device.seek(offset)) {
        return {};
    }
    return m_device.read(std::min(length, m_size - offset));
}

std::string_view Content::text()
{
    if (!m_textRead) {
        m_text = read(0, MostText);
        m_textRead = true;
    }
    return {m_text.constData(), std::size_t(m_text.size())};
}

bool Content::contains(QByteArrayView bytes)
{
    static constexpr qint64 step = qint64(1) << 20;
    for (qint64 offset = 0; offset < m_size; offset += step) {
        // What lies across the end of a step belongs to it.
        if (read(offset, step + bytes.size() - 1).contains(bytes)) {
            return true;
        }
    }
    return false;
}

} // namespace core::filetype
