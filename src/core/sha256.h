// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <nettle/sha2.h>

#include <string>

class QIODevice;

namespace core {

// SHA-256 by Nettle, which uses the processor's own instructions where it has them: ten times as fast as
// QCryptographicHash, and hashes are much of the work on a result's files.
class Sha256 {
public:
    Sha256();

    // The hash of all the bytes as hexadecimal text.
    static std::string hexOf(QByteArrayView bytes);

    void addData(QByteArrayView bytes);
    // All that the device still has; false where it cannot be read to its end.
    bool addData(QIODevice& device);
    // The hash of what was added, 32 bytes; more may be added afterwards.
    QByteArray result() const;
    // The same as hexadecimal text.
    std::string hex() const { return result().toHex().toStdString(); }

private:
    sha256_ctx m_context;
};

} // namespace core
