// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sha256.h"

#include <QIODevice>
#include <QtEndian>

#include <algorithm>

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace core {

namespace {

constexpr qsizetype blockSize = 64;
constexpr qsizetype readSize = 256 * 1024;

#ifdef __x86_64__

// FIPS 180-4, section 4.2.2
alignas(16) constexpr std::uint32_t constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, //
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, //
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, //
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, //
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, //
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, //
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, //
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2, //
};

__m128i load(const void* at)
{
    return _mm_loadu_si128(static_cast<const __m128i*>(at));
}

void store(void* at, __m128i value)
{
    _mm_storeu_si128(static_cast<__m128i*>(at), value);
}

// The instructions hold the eight words of the state in two registers, as a, b, e, f and as c, d, g, h.
[[gnu::target("sha,sse4.1")]] void compress(std::uint32_t* state, const char* data, qsizetype blocks)
{
    const __m128i bigEndian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    const __m128i badc = _mm_shuffle_epi32(load(state), 0xb1);
    const __m128i hgfe = _mm_shuffle_epi32(load(state + 4), 0x1b);
    __m128i abef = _mm_alignr_epi8(badc, hgfe, 8);
    __m128i cdgh = _mm_blend_epi16(hgfe, badc, 0xf0);
    for (; blocks > 0; --blocks, data += blockSize) {
        const __m128i abefBefore = abef;
        const __m128i cdghBefore = cdgh;
        __m128i words[4];
        for (int i = 0; i < 4; ++i) {
            words[i] = _mm_shuffle_epi8(load(data + 16 * i), bigEndian);
        }
#pragma GCC unroll 16
        for (int i = 0; i < 16; ++i) { // four of the 64 rounds each
            const __m128i now = words[i % 4];
            const __m128i last = words[(i + 3) % 4];
            const __m128i sum = _mm_add_epi32(now, load(constants + 4 * i));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0e));
            // The words of four groups later take the place of these.
            const __m128i sevenBack = _mm_alignr_epi8(last, words[(i + 2) % 4], 4);
            const __m128i next = _mm_add_epi32(_mm_sha256msg1_epu32(now, words[(i + 1) % 4]), sevenBack);
            words[i % 4] = _mm_sha256msg2_epu32(next, last);
        }
        abef = _mm_add_epi32(abef, abefBefore);
        cdgh = _mm_add_epi32(cdgh, cdghBefore);
    }
    const __m128i feba = _mm_shuffle_epi32(abef, 0x1b);
    const __m128i dchg = _mm_shuffle_epi32(cdgh, 0xb1);
    store(state, _mm_blend_epi16(feba, dchg, 0xf0));
    store(state + 4, _mm_alignr_epi8(dchg, feba, 8));
}

#else

void compress(std::uint32_t*, const char*, qsizetype)
{
    Q_UNREACHABLE();
}

#endif

} // namespace

bool Sha256::hasInstructions()
{
#ifdef __x86_64__
    static const bool has = __builtin_cpu_supports("sha") && __builtin_cpu_supports("sse4.1");
    return has;
#else
    return false;
#endif
}

Sha256::Sha256(bool withInstructions)
    : m_state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}
{
    if (!withInstructions) {
        m_plain.emplace(QCryptographicHash::Sha256);
    }
}

std::string Sha256::hexOf(QByteArrayView bytes)
{
    Sha256 hash;
    hash.addData(bytes);
    return hash.hex();
}

void Sha256::addData(QByteArrayView bytes)
{
    if (m_plain) {
        m_plain->addData(bytes);
        return;
    }
    m_size += std::uint64_t(bytes.size());
    if (!m_rest.isEmpty()) {
        const qsizetype missing = std::min(blockSize - m_rest.size(), bytes.size());
        m_rest += bytes.first(missing);
        bytes = bytes.sliced(missing);
        if (m_rest.size() < blockSize) {
            return;
        }
        compress(m_state.data(), m_rest.constData(), 1);
        m_rest.clear();
    }
    const qsizetype blocks = bytes.size() / blockSize;
    compress(m_state.data(), bytes.data(), blocks);
    m_rest += bytes.sliced(blocks * blockSize);
}

bool Sha256::addData(QIODevice& device)
{
    QByteArray chunk(readSize, Qt::Uninitialized);
    qint64 read = 0;
    while ((read = device.read(chunk.data(), chunk.size())) > 0) {
        addData(QByteArrayView(chunk).first(read));
    }
    return read == 0;
}

QByteArray Sha256::result() const
{
    if (m_plain) {
        return m_plain->result();
    }
    // The end: a bit that is set, zeros until eight bytes are left of a block, and the length in bits.
    QByteArray end = m_rest + '\x80';
    const qsizetype size = end.size() + 8 <= blockSize ? blockSize : 2 * blockSize;
    end.resize(size, '\0');
    qToBigEndian(quint64(m_size * 8), end.data() + size - 8);
    State state = m_state;
    compress(state.data(), end.constData(), size / blockSize);
    QByteArray hash(qsizetype(sizeof state), Qt::Uninitialized);
    qToBigEndian<quint32>(state.data(), qsizetype(state.size()), hash.data());
    return hash;
}

} // namespace core
