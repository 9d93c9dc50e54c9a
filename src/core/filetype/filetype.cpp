// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filetype/filetype.h"

#include "core/filetype/containertypes.h"
#include "core/filetype/magicreader.h"
#include "core/filetype/scripttypes.h"
#include "core/ioc/regex.h"
#include "core/json/reader.h"
#include "core/reference/filetypes.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace core::filetype {

namespace {

constexpr std::string_view unknown = "unknown";
constexpr std::string_view plainText = "text/plain";

struct Signature {
    std::string_view bytes;
    std::string_view type;
};

// Beginnings that Assemblyline adds to libmagic's own, and ZIP: libmagic knows only some of the ways a ZIP can begin.
constexpr Signature Signatures[] = {
    {std::string_view("PK\x03\x04", 4), "archive/zip"},
    {"CART", "archive/cart"},
    {"{\\rt", "document/office/rtf"},
    {std::string_view("IDA1\0\0", 6), "code/ida"},
    {std::string_view("JFIF\0\1", 6), "image/jpg"},
    {"FWS", "audiovisual/flash"},
    {"ZWS", "archive/audiovisual/flash"},
    {"CWS", "archive/audiovisual/flash"},
    {std::string_view("\xe4R\\{\x8c\xd8\xa7M\xae\xb1Sx\xd0)\x96\xd3", 16), "document/office/onenote"},
    {"#@~^", "code/vbe"},
    {"dex\n", "android/dex"},
    {"Manifest-Version:", "java/manifest"},
    {"Signature-Version:", "java/signature"},
    {"SQLite format ", "db/sqlite"},
    {"MDMP", "metadata/minidump"},
    {"DKIM-Signature:", "document/email"},
    {"[InternetShortcut]", "shortcut/web"},
    {"#!/usr/bin/env pwsh\n", "code/ps1"},
    {"REM Batch extracted by Assemblyline\n", "code/batch"},
};

std::string_view viewOf(QByteArrayView bytes)
{
    return {bytes.data(), std::size_t(bytes.size())};
}

// Internet Explorer's store of open tabs: a name of a stream in an OLE document, within its first 8 KiB.
bool isRecoveryStore(std::string_view bytes)
{
    static constexpr char name[]
        = "\5\0K\0j\0j\0a\0q\0f\0a\0j\0N\0002\0c\0000\0u\0z\0g\0v\0001\0l\0004\0q\0y\0005\0n\0f\0W\0e";
    return bytes.substr(0, 0x2000).contains(std::string_view(name, sizeof name));
}

std::string typeBySignature(std::string_view bytes)
{
    if (isRecoveryStore(bytes)) {
        return "document/office/recoverystore";
    }
    for (const Signature& signature : Signatures) {
        if (bytes.starts_with(signature.bytes)) {
            return std::string(signature.type);
        }
    }
    return {};
}

std::string typeByLabel(const std::vector<std::string>& labels)
{
    static const std::vector<std::pair<Regex, std::string_view>> patterns = [] {
        std::vector<std::pair<Regex, std::string_view>> compiled;
        for (const reference::LabelPattern& row : reference::labelPatterns()) {
            compiled.emplace_back(Regex(row.pattern, Regex::IgnoreCase), row.type);
        }
        return compiled;
    }();
    for (const std::string& label : labels) {
        for (const auto& [pattern, type] : patterns) {
            if (pattern.contains(label)) {
                return std::string(type);
            }
        }
    }
    return {};
}

std::string typeByMagic(const MagicAnswer& magic)
{
    for (const std::string& mime : magic.mimes) {
        if (const auto type = reference::typeOfMime(mime)) {
            return std::string(*type);
        }
    }
    if (std::string type = typeByLabel(magic.labels); !type.empty()) {
        return type;
    }
    const bool text = !magic.mimes.empty() && magic.mimes.front().starts_with("text/");
    return std::string(text ? plainText : unknown);
}

// What is known only by its text.
std::string typeOfText(std::string_view text, bool complete, const MagicAnswer& magic, std::string type)
{
    const bool mayBeTable = (!magic.labels.empty() && magic.labels.front() == "CSV text")
        || (!magic.mimes.empty() && (magic.mimes.front() == "text/csv" || magic.mimes.front() == "application/csv"));
    if (mayBeTable && isTable(text)) {
        return "text/csv";
    }
    if (type == plainText && complete && json::parse(QByteArray(text.data(), qsizetype(text.size())))) {
        return "text/json";
    }
    if (std::string script = scriptType(text); !script.empty()) {
        return script;
    }
    if (complete && isMarkup(text)) {
        return "code/xml";
    }
    const auto fallback = magic.mimes.empty() ? std::nullopt : reference::fallbackTypeOfMime(magic.mimes.front());
    return fallback ? std::string(*fallback) : std::move(type);
}

} // namespace

std::string identify(QByteArrayView start, bool complete)
{
    if (start.isEmpty()) {
        return "empty";
    }
    const std::string_view bytes = viewOf(start.first(std::min(start.size(), BytesThatTell)));
    std::string type = typeBySignature(bytes);
    const MagicAnswer magic = type.empty() ? askMagic(start) : MagicAnswer();
    if (type.empty()) {
        type = typeByMagic(magic);
    }
    if (type == "archive/zip" || type == "java/jar") {
        return zipType(bytes);
    }
    if (type == "document/office/unknown" || type == "document/office/ole") {
        return oleType(bytes, std::move(type));
    }
    if (type == "executable/windows/dos") {
        return dosType(bytes);
    }
    if (type == "document/pdf") {
        return pdfType(bytes);
    }
    if (type == plainText || type.contains(unknown)) {
        return typeOfText(bytes, complete, magic, std::move(type));
    }
    return type;
}

} // namespace core::filetype
