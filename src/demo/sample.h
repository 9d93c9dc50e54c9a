// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>

namespace demo {

// What the server keeps of an uploaded file. Never its bytes.
struct Sample {
    int id = 0;
    qint64 size = 0;
    QString type; // in the words of file(1)
    QString md5;
    QString crc32; // eight upper-case digits
    QString sha1;
    QString sha256;
    QString sha512;
    QString sha3; // SHA3-384
    QString ssdeep;
};

// Sample::id is left 0.
Sample describe(const QByteArray& bytes);

std::uint32_t crc32(QByteArrayView bytes);
// The context-triggered piecewise hash of ssdeep, "blocksize:hash:hash".
QString ssdeep(QByteArrayView bytes);

// The kind of a file by its first bytes, in the words of file(1), for the kinds a sandbox meets most.
QString fileType(const QByteArray& bytes);
// "windows" or "linux": where a file of that type runs.
QString platformOf(const QString& fileType);
// The analysis package that fits; empty for a Linux program.
QString packageOf(const QString& fileName, const QString& fileType);

} // namespace demo
