// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>

#include <array>
#include <cstdint>
#include <span>

namespace core {

// The RC4 stream as CaRT uses it: to keep malware from being run or found by accident, not to keep it secret.
class Rc4 {
public:
    explicit Rc4(std::span<const std::uint8_t> key);

    // Encrypts or decrypts the next bytes of the stream in place.
    void apply(std::span<char> bytes);

private:
    std::array<std::uint8_t, 256> m_state{};
    std::uint8_t m_i = 0;
    std::uint8_t m_j = 0;
};

// A sequential device that passes its bytes through RC4 to or from another one, at most `length` of them when reading.
class Rc4Device : public QIODevice {
public:
    Rc4Device(QIODevice& inner, std::span<const std::uint8_t> key, qint64 length = -1)
        : m_inner(inner)
        , m_cipher(key)
        , m_left(length)
    {
    }

    bool isSequential() const override { return true; }

protected:
    qint64 readData(char* data, qint64 size) override;
    qint64 writeData(const char* data, qint64 size) override;

private:
    QIODevice& m_inner;
    Rc4 m_cipher;
    qint64 m_left;
};

} // namespace core
