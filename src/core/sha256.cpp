// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sha256.h"

#include <QIODevice>

namespace core {

namespace {

constexpr qsizetype readSize = 256 * 1024;

} // namespace

Sha256::Sha256()
{
    sha256_init(&m_context);
}

std::string Sha256::hexOf(QByteArrayView bytes)
{
    Sha256 hash;
    hash.addData(bytes);
    return hash.hex();
}

void Sha256::addData(QByteArrayView bytes)
{
    sha256_update(&m_context, std::size_t(bytes.size()), reinterpret_cast<const std::uint8_t*>(bytes.data()));
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
    sha256_ctx context = m_context; // the digest would begin it anew
    QByteArray hash(SHA256_DIGEST_SIZE, Qt::Uninitialized);
    sha256_digest(&context, SHA256_DIGEST_SIZE, reinterpret_cast<std::uint8_t*>(hash.data()));
    return hash;
}

} // namespace core
