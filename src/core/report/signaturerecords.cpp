// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/fields.h"
#include "core/report/records.h"

#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace core::records {

namespace {

constexpr std::string_view signaturesPath = "signatures";

// Texts in order of first appearance, each once.
class TextSet {
public:
    void add(const json::Value& value)
    {
        if (value.isString() && m_known.emplace(value.toString()).second) {
            m_texts.emplace_back(value.toString());
        }
    }
    void addAll(const json::Value& value)
    {
        add(value);
        for (const json::Value& item : value.toArray()) {
            add(item);
        }
    }
    const std::vector<std::string>& texts() const { return m_texts; }
    std::vector<std::string> take() { return std::move(m_texts); }

private:
    std::vector<std::string> m_texts;
    std::unordered_set<std::string> m_known;
};

using TtpsByName = std::unordered_map<std::string, TextSet>;

// The report's list by signature: {"name": [ids]} in old versions, then [{"ttp": id, "signature": name}] and
// [{"ttps": [ids], "signature": name}].
TtpsByName ttpsByName(const json::Value& ttps, ReportWarnings& warnings)
{
    TtpsByName byName;
    if (!ttps.isNull() && !ttps.isArray() && !ttps.isObject()) {
        warnings.wrongType("ttps", {});
    }
    for (const auto& [name, ids] : ttps.toObject()) {
        byName[std::string(name)].addAll(ids);
    }
    for (const json::Value& item : ttps.toArray()) {
        TextSet& ids = byName[std::string(item["signature"].toString())];
        ids.addAll(item["ttp"]);
        ids.addAll(item["ttps"]);
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
    TextSet ids;
    ids.addAll(fields.raw("ttp"));
    ids.addAll(fields.raw("ttps"));
    if (const auto it = ttps.find(signature.name); it != ttps.end()) {
        for (const std::string& id : it->second.texts()) {
            ids.add(id);
        }
    }
    signature.ttps = ids.take();
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
