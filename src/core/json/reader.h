// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/json/value.h"

#include <QByteArray>

#include <cstddef>
#include <string_view>

namespace core::json {

// What a document may cost at most: nesting, values held in memory, bytes of text.
struct ReadLimits {
    int depth = 256;
    std::size_t values = 20'000'000;
    std::size_t bytes = std::size_t(1) << 30;
};

// Reads one JSON document as Python's json.loads does: a repeated key takes the last value, integers keep every digit,
// NaN and Infinity are numbers; a byte order mark is skipped and a lone surrogate becomes U+FFFD.
// Errors: BadJson with the place in `detail`, TooLarge.
Result<Value> parse(std::string_view text, const ReadLimits& limits = {});
Result<Value> parse(const QByteArray& text, const ReadLimits& limits = {});
inline Result<Value> parse(const char* text, const ReadLimits& limits = {})
{
    return parse(std::string_view(text), limits);
}
// The same for a file; errors also CannotRead.
Result<Value> parseFile(const QString& path, const ReadLimits& limits = {});

} // namespace core::json
