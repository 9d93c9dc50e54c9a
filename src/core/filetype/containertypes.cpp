// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filetype/containertypes.h"

#include "core/archive/cart.h"
#include "core/ioc/regex.h"
#include "core/ioc/text.h"
#include "core/reference/filetypes.h"

#include <QUuid>
#include <QtEndian>

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

namespace core::filetype {

namespace {

template <typename Number>
Number numberAt(const QByteArray& bytes, qsizetype offset)
{
    return offset >= 0 && offset + qsizetype(sizeof(Number)) <= bytes.size()
        ? qFromLittleEndian<Number>(bytes.constData() + offset)
        : Number(0);
}

// Windows' order of bytes: three numbers, the lowest byte first, then eight bytes as they are.
std::string guidOf(const QByteArray& id)
{
    const auto byte = [&](qsizetype index) { return uchar(id[index]); };
    const QUuid guid(numberAt<std::uint32_t>(id, 0), numberAt<std::uint16_t>(id, 4), numberAt<std::uint16_t>(id, 6),
        byte(8), byte(9), byte(10), byte(11), byte(12), byte(13), byte(14), byte(15));
    return guid.toByteArray(QUuid::WithoutBraces).toUpper().toStdString();
}

} // namespace

std::string oleType(Content& content, std::string otherwise)
{
    static constexpr qint64 searched = 1 << 16;
    static constexpr qsizetype classOffset = 0x50;
    static constexpr qsizetype classSize = 16;
    static constexpr qsizetype detailsReach = 0x100;
    static constexpr QByteArrayView rootEntry("R\0o\0o\0t\0 \0E\0n\0t\0r\0y\0", 20);
    static constexpr QByteArrayView details("D\0e\0t\0a\0i\0l\0s\0", 14);
    const QByteArray bytes = content.read(0, searched);
    const qsizetype root = bytes.indexOf(rootEntry);
    if (root < 0 || root + classOffset + classSize > bytes.size()) {
        return otherwise;
    }
    const QByteArray id = bytes.sliced(root + classOffset, classSize);
    if (id.count('\0') == classSize) {
        return bytes.first(std::min(root + detailsReach, bytes.size())).contains(details) ? "quarantine/mcafee"
                                                                                          : std::move(otherwise);
    }
    const auto type = reference::typeOfOleClass(guidOf(id));
    return type ? std::string(*type) : std::move(otherwise);
}

std::string dosType(Content& content)
{
    static constexpr std::uint16_t x86 = 0x14c;
    static constexpr std::uint16_t x64 = 0x8664;
    static constexpr std::uint16_t executable = 0x0002;
    static constexpr std::uint16_t library = 0x2000;
    const QByteArray dos = content.read(0, 0x40);
    const QByteArray header = content.read(numberAt<std::uint32_t>(dos, dos.size() - 4), 24);
    const auto machine = numberAt<std::uint16_t>(header, 4);
    const auto traits = numberAt<std::uint16_t>(header, 22);
    const bool portable = dos.startsWith("MZ") && header.size() == 24 && header.startsWith(QByteArrayView("PE\0\0", 4));
    if (!portable || (machine != x86 && machine != x64) || (traits & (library | executable)) == 0) {
        return "executable/windows/dos";
    }
    const std::string kind = traits & library ? "dll" : "pe";
    return "executable/windows/" + kind + (machine == x86 ? "32" : "64");
}

std::string pdfType(Content& content)
{
    if (content.contains("/Encrypt")) {
        return "document/pdf/passwordprotected";
    }
    return content.contains("/Type/Catalog/Collection") ? "document/pdf/portfolio" : "document/pdf";
}

std::string cartType(Content& content)
{
    static constexpr qint64 footerSize = 28;
    static constexpr QByteArrayView footerStart("TRAC\0\0\0\0\0\0\0\0", 12);
    const auto header = cart::readHeader(content.device());
    if (!header || !content.read(content.size() - footerSize, footerSize).startsWith(footerStart)) {
        return "corrupted/cart";
    }
    const json::Value& type = (*header)["al"]["type"];
    return type.isString() ? std::string(type.toString()) : "archive/cart";
}

std::string uriType(Content& content)
{
    // As much of YAML as such files have: a line a key, comments, lists below a key, and what lies deeper is indented.
    static const Regex plain(R"((#.*|[ \t].*|[\w./-]+:([ \t].*)?|---)?\r?)", Regex::Bytes);
    static const Regex emptyKey(R"([\w./-]+:[ \t]*\r?)", Regex::Bytes);
    static const Regex named(R"(uri:[ \t]+["']?([A-Za-z][A-Za-z0-9+.-]*):.*)", Regex::Bytes);
    std::string type = "text/plain";
    bool inList = false;
    std::string_view rest = content.text();
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        if (inList && line.starts_with("- ")) {
            continue;
        }
        if (!plain.fullMatches(line)) {
            return "text/plain";
        }
        inList = emptyKey.fullMatches(line);
        if (const auto uri = named.match(line)) {
            type = "uri/" + lowerCase(uri->group(1));
        }
    }
    return type;
}

} // namespace core::filetype
