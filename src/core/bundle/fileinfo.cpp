// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/fileinfo.h"

#include "core/filetype/filetype.h"
#include "core/filetype/magicreader.h"
#include "core/ioc/regex.h"
#include "core/ioc/text.h"
#include "core/sha256.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QCryptographicHash>

#include <array>
#include <cmath>

namespace core::bundle {

namespace {

constexpr qint64 shownBytes = 64;
constexpr qint64 chunkSize = 1 << 16;
constexpr std::string_view unknownSsdeep = "3::"; // what the index accepts for "not computed"

// What a file is; where its type is known already, only libmagic is asked.
filetype::Identification identified(QIODevice& file, QByteArrayView start, const std::string& type)
{
    if (type.empty()) {
        return file.isSequential() ? filetype::identify(start) : filetype::identify(file);
    }
    QByteArray bytes = QByteArray::fromRawData(start.data(), start.size());
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    filetype::Content content(file.isSequential() ? buffer : file);
    const filetype::MagicAnswer magic = filetype::askMagic(content);
    return {type, magic.mime(), magic.label()};
}

std::string textOr(const std::string& text, const char* unknown)
{
    return text.empty() ? unknown : text;
}

double entropyOf(const std::array<quint64, 256>& counts, qint64 size)
{
    double entropy = 0;
    for (const quint64 count : counts) {
        if (count == 0) {
            continue;
        }
        const double share = double(count) / double(size);
        entropy -= share * std::log2(share);
    }
    return entropy;
}

std::string asciiOf(const QByteArray& bytes)
{
    std::string text;
    for (const char byte : bytes) {
        text += byte >= ' ' && byte <= '~' ? byte : '.';
    }
    return text.empty() ? "." : text;
}

std::string hexOf(const QByteArray& bytes)
{
    return bytes.isEmpty() ? "00" : bytes.toHex().toStdString();
}

std::string orNeutral(const std::string& hash, std::size_t digits)
{
    static const Regex hex("^[a-f0-9]+$");
    const std::string lower = lowerCase(hash);
    return lower.size() == digits && hex.matches(lower) ? lower : std::string(digits, '0');
}

} // namespace

Result<json::Object> fileInfo(QIODevice& file, const std::string& type, const std::string& classification)
{
    QCryptographicHash md5(QCryptographicHash::Md5);
    QCryptographicHash sha1(QCryptographicHash::Sha1);
    Sha256 sha256;
    std::array<quint64, 256> counts{};
    QByteArray start;
    qint64 size = 0;
    QByteArray chunk(chunkSize, Qt::Uninitialized);
    for (;;) {
        const qint64 read = file.read(chunk.data(), chunk.size());
        if (read < 0) {
            return std::unexpected(Error{ErrorCode::CannotRead,
                QCoreApplication::translate("Bundle", "A file of the result could not be read to its end."),
                file.errorString()});
        }
        if (read == 0) {
            break;
        }
        const QByteArrayView bytes = QByteArrayView(chunk).first(read);
        md5.addData(bytes);
        sha1.addData(bytes);
        sha256.addData(bytes);
        for (const char byte : bytes) {
            ++counts[static_cast<unsigned char>(byte)];
        }
        if (start.size() < filetype::Content::MostText && (file.isSequential() || start.isEmpty())) {
            start.append(bytes);
        }
        size += read;
    }
    const auto hex = [](const QCryptographicHash& hash) { return hash.result().toHex().toStdString(); };
    const filetype::Identification what = identified(file, start, type);
    const QByteArray shown = start.first(std::min<qsizetype>(start.size(), shownBytes));
    return json::Object{{"ascii", asciiOf(shown)}, {"hex", hexOf(shown)}, {"classification", classification},
        {"entropy", entropyOf(counts, size)}, {"md5", hex(md5)}, {"sha1", hex(sha1)}, {"sha256", sha256.hex()},
        {"size", size}, {"ssdeep", unknownSsdeep}, {"magic", textOr(what.magic, "data")}, // libmagic's word for what it does not know
        {"mime", textOr(what.mime, "application/octet-stream")}, {"type", what.type}};
}

json::Object knownFileInfo(const KnownFile& file, const std::string& classification)
{
    static const Regex ssdeep("^[0-9]{1,18}:[a-zA-Z0-9/+]{0,64}:[a-zA-Z0-9/+]{0,64}$");
    json::Object info{{"ascii", asciiOf({})}, {"hex", hexOf({})}, {"classification", classification}, {"entropy", 0.0},
        {"md5", orNeutral(file.md5, 32)}, {"sha1", orNeutral(file.sha1, 40)}, {"sha256", file.sha256},
        {"size", file.size},
        {"ssdeep",
            ssdeep.matches(file.ssdeep) && !file.ssdeep.ends_with('\n') ? file.ssdeep : std::string(unknownSsdeep)},
        {"magic", file.magic.empty() ? "data" : safeStr(file.magic)},
        {"type", file.type.empty() ? "unknown" : file.type}};
    if (!file.tlsh.empty()) {
        info.append("tlsh", file.tlsh);
    }
    return info;
}

} // namespace core::bundle
