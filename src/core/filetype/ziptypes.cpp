// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filetype/ziptypes.h"

#include <QtEndian>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace core::filetype {

namespace {

// What the names of a ZIP's entries say; a name counts for the first thing it fits.
struct ZipNames {
    int files = 0;
    int classes = 0; // and JARs
    bool jar = false;
    bool manifest = false;
    bool dex = false;
    bool ipa = false;
    bool nuspec = false;
    bool coreProperties = false;
    bool word = false;
    bool excel = false;
    bool powerpoint = false;
    bool properties = false;
    bool contentTypes = false;

    void add(std::string_view name)
    {
        ++files;
        if (name.starts_with("META-INF/")) {
            jar = true;
        } else if (name == "AndroidManifest.xml") {
            manifest = true;
        } else if (name == "classes.dex") {
            dex = true;
        } else if (name.starts_with("Payload/") && name.ends_with(".app/Info.plist")) {
            ipa = true;
        } else if (name.ends_with(".nuspec")) {
            nuspec = true;
        } else if (name.starts_with("package/services/metadata/core-properties/") && name.ends_with(".psmdcp")) {
            coreProperties = true;
        } else if (name.ends_with(".class") || name.ends_with(".jar")) {
            ++classes;
        } else {
            addOffice(name);
        }
    }

    void addOffice(std::string_view name)
    {
        word = word || name.starts_with("word/");
        excel = excel || name.starts_with("xl/");
        powerpoint = powerpoint || name.starts_with("ppt/");
        properties = properties || name.starts_with("docProps/") || name.starts_with("_rels/");
        contentTypes = contentTypes || name == "[Content_Types].xml";
    }

    std::string type() const
    {
        const bool isJar = jar || (files > 0 && files < classes * 2);
        if (isJar && manifest && dex) {
            return "android/apk";
        }
        if (ipa) {
            return "ios/ipa";
        }
        if (isJar) {
            return "java/jar";
        }
        if (!properties || !contentTypes) {
            return "archive/zip";
        }
        return word                   ? "document/office/word"
            : excel                   ? "document/office/excel"
            : powerpoint              ? "document/office/powerpoint"
            : nuspec && coreProperties ? "archive/zip"
                                      : "document/office/unknown";
    }
};

template <typename Number>
Number numberAt(const QByteArray& bytes, qsizetype offset)
{
    return offset + qsizetype(sizeof(Number)) <= bytes.size() ? qFromLittleEndian<Number>(bytes.constData() + offset)
                                                              : Number(0);
}

struct Directory {
    qint64 offset = 0;
    qint64 size = 0;
};

constexpr qint64 endSize = 22;
constexpr qint64 largestDirectory = qint64(64) << 20;

// A directory of more than 32 bits is described in front of the usual end.
void readLarge(Content& content, qint64 end, Directory& directory)
{
    static constexpr qint64 locatorSize = 20;
    static constexpr qint64 recordSize = 56;
    if (!content.read(end - locatorSize, locatorSize).startsWith("PK\x06\x07")) {
        return;
    }
    const QByteArray record = content.read(end - locatorSize - recordSize, recordSize);
    if (record.startsWith("PK\x06\x06")) {
        directory = {end - locatorSize - recordSize - numberAt<qint64>(record, 40), numberAt<qint64>(record, 40)};
    }
}

// The directory lies in front of its end, whatever stands before the archive.
std::optional<Directory> findDirectory(Content& content)
{
    static constexpr qint64 longestComment = 0xffff;
    const qint64 from = std::max<qint64>(content.size() - endSize - longestComment, 0);
    const QByteArray tail = content.read(from, endSize + longestComment);
    const qsizetype at = tail.lastIndexOf("PK\x05\x06");
    if (at < 0 || at + endSize > tail.size()) {
        return std::nullopt;
    }
    const auto size = qint64(numberAt<std::uint32_t>(tail, at + 12));
    Directory directory{from + at - size, size};
    readLarge(content, from + at, directory);
    const bool fits = directory.offset >= 0 && directory.size >= 0 && directory.size <= largestDirectory;
    return fits ? std::optional(directory) : std::nullopt;
}

std::optional<ZipNames> readNames(Content& content)
{
    static constexpr qsizetype headerSize = 46;
    const auto directory = findDirectory(content);
    if (!directory) {
        return std::nullopt;
    }
    const QByteArray bytes = content.read(directory->offset, directory->size);
    ZipNames names;
    for (qsizetype at = 0; at < directory->size;) {
        if (at + headerSize > bytes.size() || !QByteArrayView(bytes).sliced(at).startsWith("PK\x01\x02")) {
            return std::nullopt;
        }
        const auto length = qsizetype(numberAt<std::uint16_t>(bytes, at + 28));
        const std::string_view rest(bytes.constData() + at + headerSize, std::size_t(bytes.size() - at - headerSize));
        const std::string_view name = rest.substr(0, std::size_t(length));
        names.add(name.substr(0, name.find('\0')));
        at += headerSize + length + numberAt<std::uint16_t>(bytes, at + 30) + numberAt<std::uint16_t>(bytes, at + 32);
    }
    return names;
}

} // namespace

std::string zipType(Content& content, std::string otherwise)
{
    const auto names = readNames(content);
    return names ? names->type() : std::move(otherwise);
}

} // namespace core::filetype
