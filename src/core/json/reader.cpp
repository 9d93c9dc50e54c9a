// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/reader.h"

#include "core/json/valuereader.h"

#include <QCoreApplication>

namespace core::json {

namespace {

// Translated sentences.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Json)
};

Error badJson(const QString& detail)
{
    return {ErrorCode::BadJson, Text::tr("This is not valid JSON; the text is damaged or of another kind."), detail};
}

Error beyondLimits()
{
    return {ErrorCode::TooLarge, Text::tr("The JSON text is larger or more deeply nested than is accepted."), {}};
}

Result<Value> parsePadded(PaddedBuffer text, const ReadLimits& limits)
{
    Cursor cursor(std::move(text));
    if (cursor.isEmpty()) {
        return std::unexpected(badJson(Text::tr("The text is empty.")));
    }
    ValueReader reader(cursor, limits);
    Value value = reader.read();
    if (cursor.failed() || cursor.wasMended() || !cursor.atEnd()) {
        return std::unexpected(
            badJson(Text::tr("The text breaks off or has an error at byte %1.").arg(cursor.offset())));
    }
    if (reader.tooDeep() || reader.tooMany()) {
        return std::unexpected(beyondLimits());
    }
    return value;
}

} // namespace

Result<Value> parse(std::string_view text, const ReadLimits& limits)
{
    if (text.size() > limits.bytes) {
        return std::unexpected(beyondLimits());
    }
    return parsePadded(PaddedBuffer::copyOf(text), limits);
}

Result<Value> parse(const QByteArray& text, const ReadLimits& limits)
{
    return parse(std::string_view(text.constData(), std::size_t(text.size())), limits);
}

Result<Value> parseFile(const QString& path, const ReadLimits& limits)
{
    Result<PaddedBuffer> text = PaddedBuffer::readFile(path, limits.bytes);
    if (!text) {
        return std::unexpected(text.error());
    }
    return parsePadded(*std::move(text), limits);
}

} // namespace core::json
