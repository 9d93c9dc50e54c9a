// SPDX-License-Identifier: GPL-3.0-or-later
#include "emit.h"

#include <cctype>
#include <cstdio>

namespace tablegen {

std::string literal(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\' || c == '?') { // \? keeps trigraphs away
            out += '\\';
            out += c;
        } else if (byte >= 0x20 && byte < 0x7f) {
            out += c;
        } else {
            char escape[8];
            std::snprintf(escape, sizeof escape, "\\%03o", byte);
            out += escape;
        }
    }
    return out + "\"sv";
}

std::string camelCase(std::string_view name)
{
    std::string out;
    bool upper = false;
    for (const char c : name) {
        if (c == '_') {
            upper = true;
            continue;
        }
        const int letter = upper ? std::toupper(c) : std::tolower(c);
        out += static_cast<char>(letter);
        upper = false;
    }
    return out;
}

Strings strings(simdjson::simdjson_result<simdjson::dom::element> member)
{
    simdjson::dom::element array;
    return member.get(array) ? Strings() : strings(array);
}

Strings strings(simdjson::dom::element array)
{
    Strings out;
    simdjson::dom::array items;
    if (array.get_array().get(items)) {
        return out;
    }
    for (const simdjson::dom::element item : items) {
        out.emplace_back(item.get_string().value());
    }
    return out;
}

std::string stringArray(const std::string& name, const Strings& values)
{
    if (values.empty()) {
        return {};
    }
    std::string out = "inline constexpr std::string_view " + name + "[] = {\n";
    for (const std::string& value : values) {
        out += "    " + literal(value) + ",\n";
    }
    return out + "};\n";
}

std::string spanOf(const std::string& name, const Strings& values)
{
    return values.empty() ? std::string("{}") : name;
}

} // namespace tablegen
