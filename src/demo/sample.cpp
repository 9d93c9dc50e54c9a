// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/sample.h"

#include <QCryptographicHash>

#include <array>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr std::array<std::uint32_t, 256> makeCrcTable()
{
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t n = 0; n < 256; ++n) {
        std::uint32_t value = n;
        for (int bit = 0; bit < 8; ++bit) {
            value = (value & 1) ? (value >> 1) ^ 0xedb88320U : value >> 1;
        }
        table[n] = value;
    }
    return table;
}

QString hash(const QByteArray& bytes, QCryptographicHash::Algorithm algorithm)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, algorithm).toHex());
}

// The parts of spamsum, the algorithm of ssdeep: a rolling hash cuts the file into pieces, and each piece gives one
// letter of the signature.
constexpr std::size_t Window = 7;
constexpr int SignatureLength = 64;
constexpr std::uint32_t MinimumBlock = 3;
constexpr std::uint32_t PieceStart = 0x28021967;
constexpr std::uint32_t PiecePrime = 0x01000193;
constexpr char Letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

class RollingHash {
public:
    std::uint32_t add(std::uint8_t byte)
    {
        m_weighted += std::uint32_t(Window) * byte - m_sum;
        m_sum += byte - m_window[m_at];
        m_window[m_at] = byte;
        m_at = (m_at + 1) % Window;
        m_shifted = (m_shifted << 5) ^ byte;
        return value();
    }
    std::uint32_t value() const { return m_sum + m_weighted + m_shifted; }

private:
    std::array<std::uint8_t, Window> m_window{};
    std::size_t m_at = 0;
    std::uint32_t m_sum = 0;
    std::uint32_t m_weighted = 0;
    std::uint32_t m_shifted = 0;
};

// The letters of one signature; past its last place, pieces run together into the last letter.
class Signature {
public:
    explicit Signature(int length)
        : m_length(length)
    {
    }
    void add(std::uint8_t byte) { m_piece = (m_piece * PiecePrime) ^ byte; }
    void cut()
    {
        if (m_text.size() < m_length - 1) {
            m_text.append(QLatin1Char(Letters[m_piece % 64]));
            m_piece = PieceStart;
        }
    }
    void finish() { m_text.append(QLatin1Char(Letters[m_piece % 64])); }
    const QString& text() const { return m_text; }

private:
    int m_length;
    std::uint32_t m_piece = PieceStart;
    QString m_text;
};

} // namespace

std::uint32_t crc32(QByteArrayView bytes)
{
    static constexpr auto Table = makeCrcTable();
    std::uint32_t value = 0xffffffffU;
    for (const char byte : bytes) {
        value = Table[(value ^ std::uint8_t(byte)) & 0xff] ^ (value >> 8);
    }
    return value ^ 0xffffffffU;
}

QString ssdeep(QByteArrayView bytes)
{
    std::uint32_t block = MinimumBlock;
    while (qint64(block) * SignatureLength < bytes.size()) {
        block *= 2;
    }
    for (;;) {
        RollingHash rolling;
        Signature first(SignatureLength);
        Signature second(SignatureLength / 2);
        for (const char c : bytes) {
            const auto byte = std::uint8_t(c);
            const std::uint32_t value = rolling.add(byte);
            first.add(byte);
            second.add(byte);
            if (value % block == block - 1) {
                first.cut();
            }
            if (value % (block * 2) == block * 2 - 1) {
                second.cut();
            }
        }
        if (block > MinimumBlock && first.text().size() < SignatureLength / 2) {
            block /= 2;
            continue;
        }
        if (rolling.value() != 0) {
            first.finish();
            second.finish();
        }
        return u"%1:%2:%3"_s.arg(block).arg(first.text(), second.text());
    }
}

Sample describe(const QByteArray& bytes)
{
    Sample sample;
    sample.size = bytes.size();
    sample.type = fileType(bytes);
    sample.md5 = hash(bytes, QCryptographicHash::Md5);
    sample.crc32 = u"%1"_s.arg(crc32(bytes), 8, 16, '0'_L1).toUpper();
    sample.sha1 = hash(bytes, QCryptographicHash::Sha1);
    sample.sha256 = hash(bytes, QCryptographicHash::Sha256);
    sample.sha512 = hash(bytes, QCryptographicHash::Sha512);
    sample.sha3 = hash(bytes, QCryptographicHash::Sha3_384);
    sample.ssdeep = ssdeep(bytes);
    return sample;
}

} // namespace demo
