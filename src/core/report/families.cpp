// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/families.h"

#include "core/report/capefamily.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_map>

namespace core {

namespace {

// A hostile report may name any number of them.
constexpr std::size_t mostFamilies = 64;
constexpr std::size_t mostMentions = 16; // of one family
constexpr std::size_t longestBasis = 200; // bytes

constexpr std::string_view detectedThreat = "cape_detected_threat"; // CAPE's signature that repeats its detections

std::string folded(std::string_view name)
{
    return QString::fromUtf8(name.data(), qsizetype(name.size())).toCaseFolded().toStdString();
}

class Collector {
public:
    void add(std::string_view name, FamilySource source, std::string where);
    std::vector<Family> take();

private:
    std::vector<Family> m_families;
    std::unordered_map<std::string, std::size_t> m_places; // by folded name
};

void Collector::add(std::string_view name, FamilySource source, std::string where)
{
    const std::string key = folded(name);
    if (key.empty() || key == "generic" || key == "unknown") {
        return;
    }
    auto place = m_places.find(key);
    if (place == m_places.end()) {
        if (m_families.size() == mostFamilies) {
            return;
        }
        place = m_places.emplace(key, m_families.size()).first;
        m_families.push_back({std::string(name), {}});
    }
    std::vector<FamilyMention>& mentions = m_families[place->second].mentions;
    FamilyMention mention{source, std::move(where)};
    if (mentions.size() < mostMentions && !std::ranges::contains(mentions, mention)) {
        mentions.push_back(std::move(mention));
    }
}

std::vector<Family> Collector::take()
{
    std::ranges::stable_sort(
        m_families, {}, [](const Family& family) { return family.mentions.front().source; });
    return std::move(m_families);
}

std::string processText(std::string_view name, std::optional<std::int64_t> pid)
{
    std::string text(name);
    if (pid) {
        text += text.empty() ? std::to_string(*pid) : " (" + std::to_string(*pid) + ")";
    }
    return text;
}

// "Yara", "Behavior": what the sandbox bases a detection on.
std::string basisOf(const json::Value& detection)
{
    std::string text;
    for (const json::Value& detail : detection["details"].toArray()) {
        for (const auto& [basis, on] : detail.toObject()) {
            if (text.size() < longestBasis && text.find(basis.view()) == std::string::npos) {
                text += (text.empty() ? "" : ", ") + std::string(basis);
            }
        }
    }
    return text;
}

void addDetections(const Report& report, Collector& families)
{
    const json::Value& detections = report.section("detections");
    families.add(detections.toString(), FamilySource::Detection, {});
    for (const json::Value& item : detections.toArray()) {
        families.add(item.toString(), FamilySource::Detection, {});
        families.add(item["family"].toString(), FamilySource::Detection, basisOf(item));
    }
    // Old versions name one, and what it is based on.
    families.add(report.section("malfamily").toString(), FamilySource::Detection,
        std::string(report.section("malfamily_tag").toString()));
}

void addPayloads(const Report& report, Collector& families)
{
    for (const Payload& payload : report.payloads()) {
        const std::string where = processText(payload.processName, payload.pid);
        for (const std::string& name : payload.file.families) {
            families.add(name, FamilySource::Payload, where.empty() ? payload.file.sha256 : where);
        }
    }
    for (const auto& [pid, names] : report.section("detections2pid").toObject()) {
        for (const std::string& name : familiesOfDetections(names)) {
            families.add(name, FamilySource::Payload, std::string(pid));
        }
    }
    for (const char* list : {"procdump", "dropped"}) {
        for (const json::Value& file : report.section(list).toArray()) {
            for (const std::string& name : familiesOfFile(file)) {
                families.add(name, FamilySource::Payload, std::string(file["sha256"].toString()));
            }
        }
    }
}

// The names in "CAPE detected the QakBot, Emotet malware family".
void addDetectedThreat(const Signature& signature, Collector& families)
{
    constexpr std::string_view start = "CAPE detected the ";
    constexpr std::string_view end = " malware";
    std::string_view text = signature.description;
    const std::size_t stop = text.rfind(end);
    if (!text.starts_with(start) || stop == std::string_view::npos || stop < start.size()) {
        return;
    }
    text = text.substr(start.size(), stop - start.size());
    while (!text.empty()) {
        const std::size_t comma = text.find(", ");
        families.add(text.substr(0, comma), FamilySource::Signature, signature.name);
        text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 2);
    }
}

void addSignatures(const Report& report, Collector& families)
{
    for (const Signature& signature : report.signatures()) {
        for (const std::string& name : signature.families) {
            families.add(name, FamilySource::Signature, signature.name);
        }
        if (signature.name == detectedThreat) {
            addDetectedThreat(signature, families);
        }
    }
}

} // namespace

std::vector<Family> familiesOf(const Report& report)
{
    // In the order of the sources, so that each family's first mention is its best.
    Collector families;
    for (const MalwareConfig& config : report.configs()) {
        families.add(config.family, FamilySource::Config, {});
    }
    addDetections(report, families);
    addPayloads(report, families);
    for (const std::string& name : report.target().file.families) {
        families.add(name, FamilySource::Sample, {});
    }
    addSignatures(report, families);
    return families.take();
}

QString describe(const FamilyMention& mention)
{
    constexpr qsizetype HashLength = 64;
    QString where = QString::fromStdString(mention.where);
    if (where.size() == HashLength && !where.contains(u' ')) {
        where = where.first(6) + QChar(0x2026) + where.last(6); // a file that has no better name than its hash
    }
    switch (mention.source) {
    case FamilySource::Config:
        return QCoreApplication::translate("Family", "its configuration, extracted by CAPE");
    case FamilySource::Detection:
        return where.isEmpty() ? QCoreApplication::translate("Family", "CAPE's detections")
                               : QCoreApplication::translate("Family", "CAPE's detections (%1)").arg(where);
    case FamilySource::Payload:
        return where.isEmpty() ? QCoreApplication::translate("Family", "a payload")
                               : QCoreApplication::translate("Family", "payload of %1").arg(where);
    case FamilySource::Sample:
        return QCoreApplication::translate("Family", "CAPE's YARA rules on the sample");
    case FamilySource::Signature:
        return QCoreApplication::translate("Family", "signature %1").arg(where);
    }
    return {};
}

} // namespace core
