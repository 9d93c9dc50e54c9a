// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filetype/containertypes.h"

#include "core/reference/filetypes.h"

#include <QUuid>
#include <QtEndian>

#include <algorithm>
#include <cstdint>

namespace core::filetype {

namespace {

template <typename Number>
Number numberAt(std::string_view bytes, std::size_t offset)
{
    return offset + sizeof(Number) <= bytes.size() ? qFromLittleEndian<Number>(bytes.data() + offset) : Number(0);
}

// What the names of a ZIP's entries say.
struct ZipNames {
    int files = 0;
    int classes = 0; // and JARs
    bool jar = false;
    bool manifest = false;
    bool dex = false;
    bool ipa = false;
    bool word = false;
    bool excel = false;
    bool powerpoint = false;
    bool properties = false;
    bool contentTypes = false;

    void add(std::string_view name)
    {
        ++files;
        classes += name.ends_with(".class") || name.ends_with(".jar");
        jar = jar || name.starts_with("META-INF/");
        manifest = manifest || name == "AndroidManifest.xml";
        dex = dex || name == "classes.dex";
        ipa = ipa || (name.starts_with("Payload/") && name.ends_with(".app/Info.plist"));
        word = word || name.starts_with("word/");
        excel = excel || name.starts_with("xl/");
        powerpoint = powerpoint || name.starts_with("ppt/");
        properties = properties || name.starts_with("docProps/") || name.starts_with("_rels/");
        contentTypes = contentTypes || name == "[Content_Types].xml";
    }
};

// The names in the local headers; a header in a stored entry counts too, which a guess bears.
ZipNames namesOf(std::string_view bytes)
{
    static constexpr std::string_view header("PK\x03\x04", 4);
    ZipNames names;
    for (std::size_t at = bytes.find(header); at != std::string_view::npos; at = bytes.find(header, at + 1)) {
        const auto length = numberAt<std::uint16_t>(bytes, at + 26);
        if (at + 30 < bytes.size()) {
            names.add(bytes.substr(at + 30, length));
        }
    }
    return names;
}

} // namespace

std::string zipType(std::string_view bytes)
{
    const ZipNames names = namesOf(bytes);
    const bool jar = names.jar || (names.files > 0 && names.files < names.classes * 2);
    if (jar && names.manifest && names.dex) {
        return "android/apk";
    }
    if (names.ipa) {
        return "ios/ipa";
    }
    if (jar) {
        return "java/jar";
    }
    if (!names.properties || !names.contentTypes) {
        return "archive/zip";
    }
    return names.word      ? "document/office/word"
        : names.excel      ? "document/office/excel"
        : names.powerpoint ? "document/office/powerpoint"
                           : "document/office/unknown";
}

std::string oleType(std::string_view bytes, std::string otherwise)
{
    static constexpr std::string_view rootEntry("R\0o\0o\0t\0 \0E\0n\0t\0r\0y\0", 20);
    static constexpr std::size_t classOffset = 0x50;
    const std::size_t root = bytes.find(rootEntry);
    if (root == std::string_view::npos || root + classOffset + 16 > bytes.size()) {
        return otherwise;
    }
    const QByteArrayView id(bytes.data() + root + classOffset, 16);
    const QByteArray guid = QUuid::fromBytes(id.data(), QSysInfo::LittleEndian).toByteArray(QUuid::WithoutBraces);
    const auto type = reference::typeOfOleClass(guid.toUpper().toStdString());
    return type ? std::string(*type) : std::move(otherwise);
}

std::string dosType(std::string_view bytes)
{
    static constexpr std::uint16_t x86 = 0x14c;
    static constexpr std::uint16_t x64 = 0x8664;
    static constexpr std::uint16_t executable = 0x0002;
    static constexpr std::uint16_t library = 0x2000;
    const std::size_t header = numberAt<std::uint32_t>(bytes, 0x3c);
    const auto machine = numberAt<std::uint16_t>(bytes, header + 4);
    const auto traits = numberAt<std::uint16_t>(bytes, header + 22);
    const bool portable = header < bytes.size() && bytes.substr(header).starts_with(std::string_view("PE\0\0", 4));
    if (!portable || (machine != x86 && machine != x64) || (traits & (library | executable)) == 0) {
        return "executable/windows/dos";
    }
    const std::string kind = traits & library ? "dll" : "pe";
    return "executable/windows/" + kind + (machine == x86 ? "32" : "64");
}

std::string pdfType(std::string_view bytes)
{
    if (bytes.contains("/Encrypt")) {
        return "document/pdf/passwordprotected";
    }
    return bytes.contains("/Type/Catalog/Collection") ? "document/pdf/portfolio" : "document/pdf";
}

} // namespace core::filetype
