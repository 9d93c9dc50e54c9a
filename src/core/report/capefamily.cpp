// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/capefamily.h"

#include <algorithm>
#include <array>

namespace core {

namespace {

// What CAPE puts behind the family in a cape_type.
constexpr std::array<std::string_view, 4> typeEndings{" payload", " config", " loader", " strings"};
// Words that stand before these endings and name no family: how the content was found, or a packer.
constexpr std::array<std::string_view, 11> noFamilies{"upx", "unpacked", "injected", "extracted", "compressed",
    "decrypted", "decompressed", "shellcode", "generic", "unknown", "suspicious"};

std::string lowered(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(
        lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c; });
    return lower;
}

void addOnce(std::vector<std::string>& names, std::string name)
{
    if (!name.empty() && std::ranges::find(names, name) == names.end()) {
        names.push_back(std::move(name));
    }
}

} // namespace

bool isConfigBookkeeping(std::string_view key)
{
    return key.starts_with('_') || key.starts_with("associated_") || key.ends_with("_hashes");
}

std::string familyOfCapeType(std::string_view type)
{
    type = type.substr(0, type.find(':')); // "…: 32-bit DLL" says what sort of file it is
    const std::string lower = lowered(type);
    const auto ending
        = std::ranges::find_if(typeEndings, [&lower](std::string_view ending) { return lower.ends_with(ending); });
    if (ending == typeEndings.end()) {
        return {};
    }
    const std::string_view name = type.substr(0, type.size() - ending->size());
    return std::ranges::contains(noFamilies, std::string_view(lower).substr(0, name.size())) ? std::string()
                                                                                              : std::string(name);
}

std::vector<std::string> familiesOfDetections(const json::Value& detections)
{
    std::vector<std::string> names;
    addOnce(names, std::string(detections.toString()));
    for (const json::Value& item : detections.toArray()) {
        addOnce(names, std::string(item.isObject() ? item["family"].toString() : item.toString()));
    }
    return names;
}

std::vector<std::string> familiesOfFile(const json::Value& file)
{
    std::vector<std::string> names;
    addOnce(names, std::string(file["cape_name"].toString()));
    addOnce(names, familyOfCapeType(file["cape_type"].toString()));
    for (const json::Value& hit : file["cape_yara"].toArray()) {
        addOnce(names, familyOfCapeType(hit["meta"]["cape_type"].toString()));
    }
    for (std::string& name : familiesOfDetections(file["detections"])) {
        addOnce(names, std::move(name));
    }
    return names;
}

} // namespace core
