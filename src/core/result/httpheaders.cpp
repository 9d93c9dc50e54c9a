// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/httpheaders.h"

#include <algorithm>
#include <unordered_map>

namespace core {

namespace {

constexpr std::string_view lineEnd = "\r\n";
constexpr std::string_view separator = ": ";

std::string withoutHyphens(std::string_view name)
{
    std::string out(name);
    std::erase(out, '-');
    return out;
}

} // namespace

json::Object parseHttpHeaders(const json::Value& head)
{
    json::Object headers;
    std::unordered_map<std::string, std::size_t> places;
    std::vector<std::pair<std::string, std::string>> fields;
    const std::string_view text = head.toString();
    std::size_t at = text.find(lineEnd);
    while (at != std::string_view::npos) {
        const std::size_t begin = at + lineEnd.size();
        at = text.find(lineEnd, begin);
        const std::string_view line = text.substr(begin, at == std::string_view::npos ? at : at - begin);
        const std::size_t split = line.find(separator);
        if (split == std::string_view::npos
            || line.find(separator, split + separator.size()) != std::string_view::npos) {
            continue;
        }
        std::string name = withoutHyphens(line.substr(0, split));
        const auto [place, isNew] = places.try_emplace(name, fields.size());
        if (isNew) {
            fields.emplace_back(std::move(name), line.substr(split + separator.size()));
        } else {
            fields[place->second].second = line.substr(split + separator.size());
        }
    }
    for (auto& [name, value] : fields) {
        headers.append(std::move(name), std::move(value));
    }
    return headers;
}

} // namespace core
