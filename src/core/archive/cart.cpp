// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/cart.h"

#include "core/archive/rc4.h"
#include "core/json/reader.h"
#include "core/sha256.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QtEndian>

#include <quaziodevice.h>

#include <array>
#include <cstring>

namespace core::cart {

namespace {

// The key that every CaRT without a key of its own has: the first digits of pi, twice.
constexpr std::array<std::uint8_t, 16> defaultKey{3, 1, 4, 1, 5, 9, 2, 6, 3, 1, 4, 1, 5, 9, 2, 6};
constexpr qint64 headerSize = 38; // "CART", version, reserved, key, length of the optional header
constexpr qint64 footerSize = 28; // "TRAC", reserved, place and length of the optional footer
constexpr qint64 longestDescription = 1 << 20;
constexpr qint64 chunkSize = 1 << 16;

std::unexpected<Error> fail(ErrorCode code, const char* message, const QString& detail = {})
{
    return std::unexpected(Error{code, QCoreApplication::translate("Cart", message), detail});
}

auto damaged()
{
    return fail(ErrorCode::BadArchive, QT_TRANSLATE_NOOP("Cart", "This CaRT file is damaged or incomplete."));
}

auto cannotWrite(const QIODevice& device)
{
    return fail(ErrorCode::CannotWrite, QT_TRANSLATE_NOOP("Cart", "The file could not be written: check the disk."),
        device.errorString());
}

template <typename T>
void append(QByteArray& bytes, T value)
{
    const T little = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char*>(&little), sizeof little);
}

template <typename T>
T at(const QByteArray& bytes, qsizetype offset)
{
    return qFromLittleEndian<T>(bytes.constData() + offset);
}

QByteArray sealed(const json::Object& description)
{
    // The reference reads any JSON; without blanks is what it writes.
    std::string text = json::dump(description);
    Rc4(defaultKey).apply(text);
    return QByteArray::fromStdString(text);
}

struct Hashes {
    QCryptographicHash md5{QCryptographicHash::Md5};
    QCryptographicHash sha1{QCryptographicHash::Sha1};
    Sha256 sha256;
    qint64 length = 0;

    void add(QByteArrayView bytes)
    {
        md5.addData(bytes);
        sha1.addData(bytes);
        sha256.addData(bytes);
        length += bytes.size();
    }

    json::Object footer() const
    {
        const auto hex = [](const QCryptographicHash& hash) { return hash.result().toHex().toStdString(); };
        return {{"length", std::to_string(length)}, {"md5", hex(md5)}, {"sha1", hex(sha1)}, {"sha256", sha256.hex()}};
    }
};

Result<void> packBody(QIODevice& plain, QIODevice& cart, Hashes& hashes)
{
    Rc4Device encrypted(cart, defaultKey);
    encrypted.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    QuaZIODevice compressed(&encrypted);
    if (!compressed.open(QIODevice::WriteOnly)) {
        return cannotWrite(compressed);
    }
    QByteArray chunk(chunkSize, Qt::Uninitialized);
    for (;;) {
        const qint64 read = plain.read(chunk.data(), chunk.size());
        if (read < 0) {
            return fail(ErrorCode::CannotRead, QT_TRANSLATE_NOOP("Cart", "The file could not be read to its end."),
                plain.errorString());
        }
        if (read == 0) {
            break;
        }
        hashes.add(QByteArrayView(chunk).first(read));
        if (compressed.write(chunk.constData(), read) != read) {
            return cannotWrite(cart);
        }
    }
    compressed.close();
    return {};
}

struct Layout {
    QByteArray key;
    qint64 bodyStart = 0;
    qint64 bodyEnd = 0;
    qint64 footerLength = 0;
};

std::span<const std::uint8_t> keyOf(const Layout& layout)
{
    return {reinterpret_cast<const std::uint8_t*>(layout.key.constData()), std::size_t(layout.key.size())};
}

Result<json::Object> readSealed(QIODevice& cart, qint64 length, std::span<const std::uint8_t> key)
{
    if (length == 0) {
        return json::Object();
    }
    QByteArray bytes = cart.read(length);
    if (bytes.size() != length) {
        return damaged();
    }
    Rc4(key).apply({bytes.data(), std::size_t(bytes.size())});
    const auto value = json::parse(bytes);
    if (!value || !value->isObject()) {
        return damaged();
    }
    return value->toObject();
}

Result<json::Object> readOptionalHeader(QIODevice& cart, Layout& layout)
{
    if (!cart.seek(0)) {
        return fail(ErrorCode::CannotRead, QT_TRANSLATE_NOOP("Cart", "The file could not be read to its end."),
            cart.errorString());
    }
    const QByteArray header = cart.read(headerSize);
    if (header.size() != headerSize || !isCart(header)) {
        return fail(ErrorCode::BadArchive, QT_TRANSLATE_NOOP("Cart", "This is not a CaRT file."));
    }
    layout.key = header.sliced(14, 16);
    const qint64 length = at<qint64>(header, 30);
    if (length < 0 || length > longestDescription) {
        return damaged();
    }
    layout.bodyStart = headerSize + length;
    return readSealed(cart, length, keyOf(layout));
}

Result<json::Object> readOptionalFooter(QIODevice& cart, Layout& layout)
{
    const qint64 footerStart = cart.size() - footerSize;
    if (footerStart < layout.bodyStart || !cart.seek(footerStart)) {
        return damaged();
    }
    const QByteArray footer = cart.read(footerSize);
    if (footer.size() != footerSize || !footer.startsWith("TRAC")) {
        return damaged();
    }
    layout.bodyEnd = at<qint64>(footer, 12);
    layout.footerLength = at<qint64>(footer, 20);
    if (layout.bodyEnd < layout.bodyStart || layout.footerLength < 0 || layout.footerLength > longestDescription
        || layout.bodyEnd + layout.footerLength != footerStart || !cart.seek(layout.bodyEnd)) {
        return damaged();
    }
    return readSealed(cart, layout.footerLength, keyOf(layout));
}

Result<void> unpackBody(QIODevice& cart, QIODevice& plain, const Layout& layout, qint64 limit, Hashes& hashes)
{
    if (!cart.seek(layout.bodyStart)) {
        return damaged();
    }
    Rc4Device decrypted(cart, keyOf(layout), layout.bodyEnd - layout.bodyStart);
    decrypted.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    QuaZIODevice expanded(&decrypted);
    if (!expanded.open(QIODevice::ReadOnly)) {
        return damaged();
    }
    QByteArray chunk(chunkSize, Qt::Uninitialized);
    for (;;) {
        const qint64 read = expanded.read(chunk.data(), chunk.size());
        if (read < 0) {
            return damaged();
        }
        if (read == 0) {
            return {};
        }
        hashes.add(QByteArrayView(chunk).first(read));
        if (hashes.length > limit) {
            return fail(ErrorCode::TooLarge,
                QT_TRANSLATE_NOOP("Cart", "The content of this CaRT file is larger than allowed."));
        }
        if (plain.write(chunk.constData(), read) != read) {
            return cannotWrite(plain);
        }
    }
}

} // namespace

bool isCart(QByteArrayView start)
{
    return start.size() >= 6 && start.startsWith("CART") && qFromLittleEndian<qint16>(start.data() + 4) == 1;
}

Result<Description> pack(QIODevice& plain, QIODevice& cart, const json::Object& header)
{
    const QByteArray optionalHeader = header.empty() ? QByteArray() : sealed(header);
    QByteArray start("CART");
    append(start, qint16(1));
    append(start, quint64(0));
    start.append(reinterpret_cast<const char*>(defaultKey.data()), qsizetype(defaultKey.size()));
    append(start, quint64(optionalHeader.size()));
    start += optionalHeader;
    const qint64 origin = cart.pos();
    if (cart.write(start) != start.size()) {
        return cannotWrite(cart);
    }

    Hashes hashes;
    if (auto done = packBody(plain, cart, hashes); !done) {
        return std::unexpected(done.error());
    }

    Description description{header, hashes.footer()};
    QByteArray end = sealed(description.footer);
    const quint64 footerLength = quint64(end.size());
    const quint64 footerStart = quint64(cart.pos() - origin);
    end += "TRAC";
    append(end, quint64(0));
    append(end, footerStart);
    append(end, footerLength);
    if (cart.write(end) != end.size()) {
        return cannotWrite(cart);
    }
    return description;
}

Result<Description> unpack(QIODevice& cart, QIODevice& plain, qint64 limit)
{
    Layout layout;
    auto header = readOptionalHeader(cart, layout);
    if (!header) {
        return std::unexpected(header.error());
    }
    auto footer = readOptionalFooter(cart, layout);
    if (!footer) {
        return std::unexpected(footer.error());
    }
    Hashes hashes;
    if (auto done = unpackBody(cart, plain, layout, limit, hashes); !done) {
        return std::unexpected(done.error());
    }
    const json::Value& sha256 = (*footer)["sha256"];
    if (sha256.isString() && sha256.toString() != hashes.sha256.hex()) {
        return damaged();
    }
    return Description{std::move(*header), std::move(*footer)};
}

Result<json::Object> readHeader(QIODevice& cart)
{
    Layout layout;
    return readOptionalHeader(cart, layout);
}

} // namespace core::cart
