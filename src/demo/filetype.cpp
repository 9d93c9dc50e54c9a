// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/sample.h"

#include <QFileInfo>
#include <QtEndian>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

quint32 read32(const QByteArray& bytes, qsizetype at)
{
    return at >= 0 && at + 4 <= bytes.size() ? qFromLittleEndian<quint32>(bytes.constData() + at) : 0;
}

quint16 read16(const QByteArray& bytes, qsizetype at)
{
    return at >= 0 && at + 2 <= bytes.size() ? qFromLittleEndian<quint16>(bytes.constData() + at) : 0;
}

QString peType(const QByteArray& bytes)
{
    const qsizetype header = read32(bytes, 0x3c);
    if (!bytes.sliced(std::min(header, bytes.size())).startsWith(QByteArray("PE\0\0", 4))) {
        return u"MS-DOS executable"_s;
    }
    const quint16 cpu = read16(bytes, header + 4);
    const bool isLibrary = read16(bytes, header + 22) & 0x2000;
    const bool isWide = read16(bytes, header + 24) == 0x20b;
    const quint16 subsystem = read16(bytes, header + 24 + 68);
    const QString kind = subsystem == 1 ? u"native"_s : subsystem == 3 ? u"console"_s : u"GUI"_s;
    const QString machine = cpu == 0x8664 ? u"x86-64"_s : cpu == 0xaa64 ? u"Aarch64"_s : u"Intel 80386"_s;
    return u"%1 executable %2(%3) %4, for MS Windows"_s.arg(
        isWide ? u"PE32+"_s : u"PE32"_s, isLibrary ? u"(DLL) "_s : u""_s, kind, machine);
}

QString elfType(const QByteArray& bytes)
{
    const bool isWide = bytes.size() > 4 && bytes[4] == 2;
    const quint16 cpu = read16(bytes, 18);
    const QString machine = cpu == 62 ? u"x86-64"_s : cpu == 3 ? u"Intel 80386"_s : u"ARM aarch64"_s;
    return u"ELF %1-bit LSB executable, %2, version 1 (SYSV)"_s.arg(isWide ? u"64"_s : u"32"_s, machine);
}

QString zipType(const QByteArray& bytes)
{
    const QByteArray head = bytes.first(std::min<qsizetype>(bytes.size(), 4096));
    if (head.contains("word/")) {
        return u"Microsoft Word 2007+"_s;
    }
    if (head.contains("xl/")) {
        return u"Microsoft Excel 2007+"_s;
    }
    if (head.contains("ppt/")) {
        return u"Microsoft PowerPoint 2007+"_s;
    }
    return u"Zip archive data, at least v2.0 to extract"_s;
}

bool isText(const QByteArray& bytes)
{
    const QByteArray head = bytes.first(std::min<qsizetype>(bytes.size(), 4096));
    return std::ranges::none_of(head, [](char c) { return std::uint8_t(c) < 9 || c == 0x7f; });
}

} // namespace

QString fileType(const QByteArray& bytes)
{
    if (bytes.isEmpty()) {
        return u"empty"_s;
    }
    if (bytes.startsWith("MZ")) {
        return peType(bytes);
    }
    if (bytes.startsWith("\177ELF")) {
        return elfType(bytes);
    }
    if (bytes.startsWith("PK\3\4")) {
        return zipType(bytes);
    }
    if (bytes.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) {
        return u"Composite Document File V2 Document"_s;
    }
    if (bytes.startsWith("%PDF-")) {
        return u"PDF document, version %1"_s.arg(
            QString::fromLatin1(bytes.sliced(5).first(std::min<qsizetype>(3, bytes.size() - 5))));
    }
    if (bytes.startsWith("{\\rtf")) {
        return u"Rich Text Format data, version 1"_s;
    }
    if (bytes.startsWith("#!")) {
        return u"POSIX shell script, ASCII text executable"_s;
    }
    return isText(bytes) ? u"ASCII text"_s : u"data"_s;
}

QString platformOf(const QString& fileType)
{
    return fileType.startsWith("ELF"_L1) || fileType.startsWith("POSIX"_L1) ? u"linux"_s : u"windows"_s;
}

QString packageOf(const QString& fileName, const QString& fileType)
{
    if (platformOf(fileType) == "linux"_L1) {
        return {};
    }
    if (fileType.contains("(DLL)"_L1)) {
        return u"dll"_s;
    }
    if (fileType.startsWith("PE32"_L1) || fileType.startsWith("MS-DOS"_L1)) {
        return u"exe"_s;
    }
    static constexpr std::array byType{
        std::pair{"Microsoft Word"_L1, "doc"_L1},
        std::pair{"Microsoft Excel"_L1, "xls"_L1},
        std::pair{"Microsoft PowerPoint"_L1, "ppt"_L1},
        std::pair{"Rich Text"_L1, "doc"_L1},
        std::pair{"PDF"_L1, "pdf"_L1},
        std::pair{"Zip"_L1, "zip"_L1},
        std::pair{"Composite Document"_L1, "doc"_L1},
    };
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    static const QStringList bySuffix{u"js"_s, u"jse"_s, u"vbs"_s, u"vbe"_s, u"ps1"_s, u"hta"_s, u"wsf"_s, u"lnk"_s,
        u"msi"_s, u"xls"_s, u"ppt"_s, u"jar"_s, u"one"_s, u"bat"_s};
    if (bySuffix.contains(suffix)) {
        return suffix == "bat"_L1 ? u"batch"_s : suffix;
    }
    for (const auto& [start, package] : byType) {
        if (fileType.startsWith(start)) {
            return package;
        }
    }
    return u"generic"_s;
}

} // namespace demo
