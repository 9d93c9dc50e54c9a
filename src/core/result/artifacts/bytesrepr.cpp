// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/artifacts/bytesrepr.h"

#include <format>

namespace core {

std::string bytesRepr(QByteArrayView bytes)
{
    // Python takes double quotes only where that saves escaping.
    const char quote = bytes.contains('\'') && !bytes.contains('"') ? '"' : '\'';
    std::string text = "b";
    text += quote;
    for (const char byte : bytes) {
        if (byte == quote || byte == '\\') {
            text += '\\';
            text += byte;
        } else if (byte == '\t') {
            text += "\\t";
        } else if (byte == '\n') {
            text += "\\n";
        } else if (byte == '\r') {
            text += "\\r";
        } else if (byte < ' ' || byte > '~') {
            text += std::format("\\x{:02x}", static_cast<unsigned char>(byte));
        } else {
            text += byte;
        }
    }
    return text + quote;
}

} // namespace core
