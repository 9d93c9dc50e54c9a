// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filetype/officeprotection.h"

#include "core/filetype/olefile.h"

#include <QtEndian>

namespace core::filetype {

namespace {

template <typename Number>
Number numberAt(const QByteArray& bytes, qsizetype offset)
{
    return offset + qsizetype(sizeof(Number)) <= bytes.size() ? qFromLittleEndian<Number>(bytes.constData() + offset)
                                                              : Number(0);
}

// The versions of encryption that there are: standard, extensible and agile ([MS-OFFCRYPTO] 2.3.4).
bool isEncryptedPackage(OleFile& file)
{
    const QByteArray version = file.read(QStringLiteral("encryptioninfo"), 0, 4);
    const auto major = numberAt<std::uint16_t>(version, 0);
    const auto minor = numberAt<std::uint16_t>(version, 2);
    return (minor == 4 && major == 4) || (minor == 2 && major >= 2 && major <= 4)
        || (minor == 3 && (major == 3 || major == 4));
}

bool isProtectedWord(OleFile& file)
{
    static constexpr std::uint16_t encrypted = 0x0100;
    return (numberAt<std::uint16_t>(file.read(QStringLiteral("worddocument"), 0x0a, 2), 0) & encrypted) != 0;
}

// The mark is a record before the end of the first substream.
bool isProtectedExcel(OleFile& file)
{
    static constexpr std::uint16_t begin = 0x0809;
    static constexpr std::uint16_t end = 0x000a;
    static constexpr std::uint16_t filePass = 0x002f;
    static constexpr std::uint16_t rc4 = 1; // and 0 stands for XOR
    static constexpr qint64 searched = qint64(4) << 20;
    const QByteArray book = file.read(QStringLiteral("workbook"), 0, searched);
    if (numberAt<std::uint16_t>(book, 0) != begin) {
        return false;
    }
    for (qsizetype at = 4 + numberAt<std::uint16_t>(book, 2); at + 4 <= book.size();) {
        const auto record = numberAt<std::uint16_t>(book, at);
        const qsizetype next = at + 4 + numberAt<std::uint16_t>(book, at + 2);
        if (record == filePass || record == end) {
            return record == filePass && next <= book.size() && numberAt<std::uint16_t>(book, at + 4) <= rc4;
        }
        at = next;
    }
    return false;
}

// The newest edit has a reference to the key where there is one.
bool isProtectedPowerPoint(OleFile& file)
{
    static constexpr std::uint16_t currentUser = 0x0ff6;
    static constexpr std::uint16_t userEdit = 0x0ff5;
    static constexpr std::uint32_t sizeWithKey = 0x20;
    const QByteArray user = file.read(QStringLiteral("current user"), 0, 20);
    if (numberAt<std::uint16_t>(user, 2) != currentUser) {
        return false;
    }
    const QByteArray edit
        = file.read(QStringLiteral("powerpoint document"), numberAt<std::uint32_t>(user, 16), 8);
    return numberAt<std::uint16_t>(edit, 2) == userEdit && numberAt<std::uint32_t>(edit, 4) == sizeWithKey;
}

} // namespace

bool isProtectedOffice(Content& content)
{
    auto file = OleFile::open(content);
    if (!file) {
        return false;
    }
    if (file->contains(QStringLiteral("encryptioninfo"))) {
        return isEncryptedPackage(*file);
    }
    if (file->contains(QStringLiteral("worddocument"))) {
        return isProtectedWord(*file);
    }
    return file->contains(QStringLiteral("workbook"))
        ? isProtectedExcel(*file)
        : file->contains(QStringLiteral("powerpoint document")) && isProtectedPowerPoint(*file);
}

} // namespace core::filetype
