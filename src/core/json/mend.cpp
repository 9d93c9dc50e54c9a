// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/mend.h"

#include <algorithm>
#include <string>

namespace core::json {

namespace {

unsigned char byteAt(std::string_view text, std::size_t at)
{
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

bool isContinuation(unsigned char byte)
{
    return (byte & 0xc0) == 0x80;
}

// The length of the well-formed UTF-8 sequence at `at` (Unicode, table 3-7); 0 when there is none.
std::size_t sequenceLength(std::string_view text, std::size_t at)
{
    const unsigned char lead = byteAt(text, at);
    const unsigned char second = byteAt(text, at + 1);
    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xc2 && lead <= 0xdf) {
        return isContinuation(second) ? 2 : 0;
    }
    if (lead >= 0xe0 && lead <= 0xef) {
        const bool inRange = !(lead == 0xe0 && second < 0xa0) && !(lead == 0xed && second > 0x9f);
        return inRange && isContinuation(second) && isContinuation(byteAt(text, at + 2)) ? 3 : 0;
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
        const bool inRange = !(lead == 0xf0 && second < 0x90) && !(lead == 0xf4 && second > 0x8f);
        return inRange && isContinuation(second) && isContinuation(byteAt(text, at + 2))
                && isContinuation(byteAt(text, at + 3))
            ? 4
            : 0;
    }
    return 0;
}

} // namespace

PaddedBuffer mended(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    bool inString = false;
    bool escaped = false;
    std::size_t stringStart = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = sequenceLength(text, at);
        if (length == 0) {
            out += "\xef\xbf\xbd";
        } else if (inString && static_cast<unsigned char>(text[at]) < 0x20) {
            out += ' ';
        } else {
            out += text.substr(at, length);
        }
        if (escaped) {
            escaped = false;
        } else if (inString && text[at] == '\\') {
            escaped = true;
        } else if (text[at] == '"') {
            if (!inString) {
                stringStart = out.size() - 1;
            }
            inString = !inString;
        }
        at += std::max<std::size_t>(length, 1);
    }
    if (inString) {
        out.resize(stringStart);
    }
    return PaddedBuffer::copyOf(out);
}

} // namespace core::json
