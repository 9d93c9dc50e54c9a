// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/fields.h"
#include "core/report/records.h"

#include <algorithm>
#include <unordered_map>

namespace core::records {

namespace {

constexpr std::string_view signaturesPath = "signatures";
using TtpsByName = std::unordered_map<std::string, std::vector<std::string>>;

void addText(const json::Value& value, std::vector<std::string>& texts)
{
    if (value.isString() && std::ranges::find(texts, value.toString()) == texts.end()) {
        texts.emplace_back(value.toString());
    }
}

void addTexts(const json::Value& value, std::vector<std::string>& texts)
{
    addText(value, texts);
    for (const json::Value& item : value.toArray()) {
        addText(item, texts);
    }
}

// The report's list by signature: {"name": [ids]} in old versions, then [{"ttp": id, "signature": name}] and
// [{"ttps": [ids], "signature": name}].
TtpsByName ttpsByName(const json::Value& ttps, ReportWarnings& warnings)
{
    TtpsByName byName;
    if (!ttps.isNull() && !ttps.isArray() && !ttps.isObject()) {
        warnings.wrongType("ttps", {});
    }
    for (const auto& [name, ids] : ttps.toObject()) {
        addTexts(ids, byName[std::string(name)]);
    }
    for (const json::Value& item : ttps.toArray()) {
        std::vector<std::string>& ids = byName[std::string(item["signature"].toString())];
        addTexts(item["ttp"], ids);
        addTexts(item["ttps"], ids);
    }
    return byName;
}

Signature signature(const json::Value& item, const TtpsByName& ttps, ReportWarnings& warnings)
{
    const Fields fields(item, signaturesPath, warnings);
    Signature signature;
    signature.name = fields.text("name");
    signature.description = fields.text("description");
    signature.severity = fields.integer("severity").value_or(0);
    signature.confidence = fields.integer("confidence").value_or(0);
    signature.weight = fields.integer("weight").value_or(0);
    signature.alert = fields.flag("alert");
    signature.categories = fields.texts("categories");
    signature.families = fields.texts("families");
    signature.references = fields.texts("references");
    signature.marks = fields.raw("data").isNull() ? fields.list("marks") : fields.list("data");
    for (const json::Value& match : fields.list("new_data")) {
        signature.marks.push_back(match);
    }
    addTexts(fields.raw("ttp"), signature.ttps);
    addTexts(fields.raw("ttps"), signature.ttps);
    if (const auto it = ttps.find(signature.name); it != ttps.end()) {
        for (const std::string& id : it->second) {
            addText(id, signature.ttps);
        }
    }
    return signature;
}

} // namespace

std::vector<Signature> signatures(const json::Value& section, const json::Value& ttps, ReportWarnings& warnings)
{
    if (!section.isNull() && !section.isArray()) {
        warnings.wrongType(signaturesPath, {});
    }
    const TtpsByName byName = ttpsByName(ttps, warnings);
    std::vector<Signature> signatures;
    for (const json::Value& item : section.toArray()) {
        if (isObject(item, signaturesPath, warnings)) {
            signatures.push_back(signature(item, byName, warnings));
        }
    }
    return signatures;
}

} // namespace core::records
