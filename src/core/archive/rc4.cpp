// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/rc4.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace core {

Rc4::Rc4(std::span<const std::uint8_t> key)
{
    std::iota(m_state.begin(), m_state.end(), std::uint8_t(0));
    std::uint8_t j = 0;
    for (std::size_t i = 0; i < m_state.size(); ++i) {
        j = std::uint8_t(j + m_state[i] + key[i % key.size()]);
        std::swap(m_state[i], m_state[j]);
    }
}

void Rc4::apply(std::span<char> bytes)
{
    for (char& byte : bytes) {
        m_i = std::uint8_t(m_i + 1);
        m_j = std::uint8_t(m_j + m_state[m_i]);
        std::swap(m_state[m_i], m_state[m_j]);
        byte = char(std::uint8_t(byte) ^ m_state[std::uint8_t(m_state[m_i] + m_state[m_j])]);
    }
}

qint64 Rc4Device::readData(char* data, qint64 size)
{
    // QuaZIODevice takes -1 for an error, and 0 for the end.
    if (m_left == 0) {
        return 0;
    }
    const qint64 read = m_inner.read(data, m_left < 0 ? size : std::min(size, m_left));
    if (read <= 0) {
        return read;
    }
    m_cipher.apply({data, std::size_t(read)});
    if (m_left > 0) {
        m_left -= read;
    }
    return read;
}

qint64 Rc4Device::writeData(const char* data, qint64 size)
{
    QByteArray bytes(data, size);
    m_cipher.apply({bytes.data(), std::size_t(size)});
    return m_inner.write(bytes);
}

} // namespace core
