// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/asciijson.h"

#include <QString>

#include <algorithm>

namespace core {

std::string asciiJson(const json::Value& value)
{
    std::string text = json::dump(value);
    const auto isAscii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    if (std::ranges::all_of(text, isAscii)) {
        return text;
    }
    // Beyond ASCII are only the insides of strings, where an escape may stand.
    static constexpr char Hex[] = "0123456789abcdef";
    std::string ascii;
    ascii.reserve(text.size() + text.size() / 4);
    for (const QChar c : QString::fromStdString(text)) {
        const char16_t unit = c.unicode();
        if (unit < 0x80) {
            ascii += char(unit);
        } else {
            ascii += "\\u";
            for (int shift = 12; shift >= 0; shift -= 4) {
                ascii += Hex[(unit >> shift) & 0xf];
            }
        }
    }
    return ascii;
}

} // namespace core
