// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/indicators/formats.h"

#include <algorithm>
#include <array>
#include <utility>

// STIX 2.1 (OASIS): an indicator for each value, what the analysis says of the sample, its families and techniques, and
// a report that holds them together.
namespace core::indicators {

namespace {

// A text in single quotes, as the patterning grammar has it.
std::string quoted(std::string_view text)
{
    std::string out = "'";
    for (const char letter : text) {
        if (letter == '\'' || letter == '\\') {
            out += '\\';
        }
        out += letter;
    }
    return out + "'";
}

std::string equals(std::string_view path, std::string_view value)
{
    return '[' + std::string(path) + " = " + quoted(value) + ']';
}

std::string filePattern(std::string_view path)
{
    const std::size_t slash = path.find_last_of("\\/");
    if (slash == std::string_view::npos || slash + 1 == path.size()) {
        return equals("file:name", path);
    }
    return "[file:name = " + quoted(path.substr(slash + 1))
        + " AND file:parent_directory_ref.path = " + quoted(path.substr(0, slash)) + ']';
}

std::string patternOf(const Indicator& indicator)
{
    const std::string& value = indicator.value;
    switch (indicator.kind) {
    case IndicatorKind::Ip:
        return equals(value.contains(':') ? "ipv6-addr:value" : "ipv4-addr:value", value);
    case IndicatorKind::Domain:
        return equals("domain-name:value", value);
    case IndicatorKind::Url:
        return equals("url:value", value);
    case IndicatorKind::Email:
        return equals("email-addr:value", value);
    case IndicatorKind::Md5:
        return equals("file:hashes.MD5", value);
    case IndicatorKind::Sha1:
        return equals("file:hashes.'SHA-1'", value);
    case IndicatorKind::Sha256:
        return equals("file:hashes.'SHA-256'", value);
    case IndicatorKind::FilePath:
        return filePattern(value);
    case IndicatorKind::RegistryKey:
        return equals("windows-registry-key:key", value);
    case IndicatorKind::Mutex:
        return equals("mutex:name", value);
    case IndicatorKind::CommandLine:
        return equals("process:command_line", value);
    case IndicatorKind::UserAgent:
        return equals("network-traffic:extensions.'http-request-ext'.request_header.'User-Agent'", value);
    }
    std::unreachable();
}

const char* indicatorType(int score)
{
    static constexpr std::array types{"unknown", "unknown", "anomalous-activity", "malicious-activity"};
    return types[std::size_t(verdictOf(score))];
}

const char* analysisResult(std::int64_t score)
{
    static constexpr std::array results{"unknown", "unknown", "suspicious", "malicious"};
    return results[std::size_t(verdictOf(score))];
}

class Bundle {
public:
    explicit Bundle(const IndicatorSet& set)
        : m_set(set)
        , m_time(isoTime(timeOf(set)))
    {
    }

    json::Object write();

private:
    std::string idOf(std::string_view type, std::string_view what) const;
    // A domain object with the members that all have; gives its id.
    std::string add(std::string_view type, std::string_view what, const json::Object& members);
    void relate(const std::string& source, std::string_view kind, const std::string& target);
    std::string addSampleFile();
    void addAnalysis();
    void addIndicators();
    void addFamiliesAndTechniques();
    void addReport();

    const IndicatorSet& m_set;
    const std::string m_time;
    json::Array m_objects;
    std::string m_sampleIndicator;
};

std::string Bundle::idOf(std::string_view type, std::string_view what) const
{
    const QUuid id = stableId(m_set, std::string(type) + '\n' + std::string(what));
    return std::string(type) + "--" + id.toString(QUuid::WithoutBraces).toStdString();
}

std::string Bundle::add(std::string_view type, std::string_view what, const json::Object& members)
{
    std::string id = idOf(type, what);
    json::Object object{{"type", type}, {"spec_version", "2.1"}, {"id", id}, {"created", m_time}, {"modified", m_time}};
    for (const auto& [name, value] : members) {
        object.append(name, value);
    }
    m_objects.push_back(std::move(object));
    return id;
}

void Bundle::relate(const std::string& source, std::string_view kind, const std::string& target)
{
    add("relationship", source + target, {{"relationship_type", kind}, {"source_ref", source}, {"target_ref", target}});
}

std::string Bundle::addSampleFile()
{
    const SampleInfo& sample = m_set.sample;
    json::Object hashes;
    for (const auto& [name, value] :
        {std::pair("MD5", &sample.md5), std::pair("SHA-1", &sample.sha1), std::pair("SHA-256", &sample.sha256)}) {
        if (!value->empty()) {
            hashes.append(name, *value);
        }
    }
    if (hashes.empty() && sample.name.empty()) {
        return {};
    }
    std::string id = idOf("file", sample.sha256);
    json::Object file{{"type", "file"}, {"spec_version", "2.1"}, {"id", id}};
    if (!hashes.empty()) {
        file.append("hashes", std::move(hashes));
    }
    if (!sample.name.empty()) {
        file.append("name", sample.name);
    }
    if (sample.size > 0) {
        file.append("size", sample.size);
    }
    m_objects.push_back(std::move(file));
    return id;
}

void Bundle::addAnalysis()
{
    json::Object analysis{{"product", "cape"}, {"result", analysisResult(m_set.score)}, {"analysis_ended", m_time}};
    if (std::string file = addSampleFile(); !file.empty()) {
        analysis.append("sample_ref", std::move(file));
    }
    add("malware-analysis", "analysis", analysis);
}

void Bundle::addIndicators()
{
    for (const Indicator& indicator : m_set.indicators) {
        const std::string what = std::string(nameOf(indicator.kind)) + '\n' + indicator.value;
        json::Object members{{"name", indicator.value}};
        if (!indicator.sources.empty()) {
            members.append("description", joined(indicator.sources));
        }
        members.append("indicator_types", json::Array{indicatorType(indicator.score)});
        members.append("pattern", patternOf(indicator));
        members.append("pattern_type", "stix");
        members.append("valid_from", m_time);
        std::string id = add("indicator", what, members);
        if (indicator.kind == IndicatorKind::Sha256 && indicator.value == m_set.sample.sha256) {
            m_sampleIndicator = std::move(id);
        }
    }
}

void Bundle::addFamiliesAndTechniques()
{
    std::vector<std::string> families;
    for (const std::string& family : m_set.families) {
        families.push_back(add("malware", family, {{"name", family}, {"is_family", true}}));
        if (!m_sampleIndicator.empty()) {
            relate(m_sampleIndicator, "indicates", families.back());
        }
    }
    for (const SeenTechnique& technique : m_set.techniques) {
        const json::Object reference{{"source_name", "mitre-attack"}, {"external_id", technique.id}};
        const std::string id = add("attack-pattern", technique.id,
            {{"name", technique.name.empty() ? technique.id : technique.name},
                {"external_references", json::Array{reference}}});
        for (const std::string& family : families) {
            relate(family, "uses", id);
        }
    }
}

void Bundle::addReport()
{
    json::Array references;
    for (const json::Value& object : m_objects) {
        references.push_back(object["id"]);
    }
    add("report", "report",
        {{"name", "CAPE analysis of " + subjectOf(m_set)}, {"report_types", json::Array{"malware"}},
            {"published", m_time}, {"object_refs", std::move(references)}});
}

json::Object Bundle::write()
{
    addAnalysis();
    addIndicators();
    addFamiliesAndTechniques();
    addReport();
    return {{"type", "bundle"}, {"id", idOf("bundle", "bundle")}, {"objects", std::move(m_objects)}};
}

} // namespace

json::Object toStix(const IndicatorSet& set)
{
    return Bundle(set).write();
}

} // namespace core::indicators
