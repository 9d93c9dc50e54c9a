// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/marktagger.h"

#include "core/ioc/netvalidation.h"
#include "core/ioc/regex.h"
#include "core/ioc/tagvalidation.h"
#include "core/ioc/text.h"
#include "core/result/conversioncontext.h"
#include "core/result/httpservice.h"
#include "core/result/processmap.h"
#include "core/result/section.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

namespace core {

namespace {

constexpr std::size_t textLimit = 5000; // characters that are searched for IOCs
constexpr int yaraHitScore = 500;
constexpr std::string_view yaraSource = "CAPE";
constexpr std::array<std::string_view, 5> delimiters{":", "->", ",", " ", "("};

bool has(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

// The file name in a value such as "Process: a.exe (1234)" or "a.exe -> b.exe"; the colon of a drive separates nothing.
std::string processName(std::string value)
{
    constexpr std::string_view prefix = "process: ";
    if (const std::string lower = lowerCase(value); has(lower, prefix)) {
        value = replaced(lower, prefix, "");
    }
    for (const std::string_view delimiter : delimiters) {
        const bool isDrive = delimiter == ":" && has(value, ":\\");
        if (!isDrive && has(value, delimiter)) {
            return std::string(stripped(std::string_view(value).substr(0, value.find(delimiter))));
        }
    }
    return value;
}

bool isRequest(const ApiEvent& call)
{
    return call.event == "Connect" || call.event == "Request_response";
}

bool mayHaveAskedFor(const ProcessEntry& process, const std::string& uri)
{
    return std::ranges::any_of(process.networkCalls, [&](const ApiEvent& call) {
        return isRequest(call)
            && (isHttpService(call.arguments["Service"]) || has(call.arguments["Buffer"].toString(), uri)
                || has(call.arguments["URL"].toString(), uri));
    });
}

} // namespace

MarkTagger::MarkTagger(const ConversionContext& context, const ProcessMap& processes, Section& section,
    std::vector<SignatureAttribute>& attributes)
    : m_context(context)
    , m_processes(processes)
    , m_section(section)
    , m_attributes(attributes)
{
}

MarkTagger::Kind MarkTagger::kindOf(std::string_view key)
{
    static const std::unordered_map<std::string, Kind> kinds{
        {"cookie", Kind::Process},
        {"process", Kind::Process},
        {"binary", Kind::Process},
        {"copy", Kind::Process},
        {"office_martian", Kind::Process},
        {"file", Kind::Process},
        {"service", Kind::Process},
        {"getasynckeystate", Kind::Process},
        {"setwindowshookexw", Kind::Process},
        {"command", Kind::CommandLine},
        {"service_path", Kind::CommandLine},
        {"ip", Kind::Address},
        {"regkey", Kind::RegistryKey},
        {"http_request", Kind::Request},
        {"suspicious_request", Kind::Request},
        {"request", Kind::Request},
        {"url", Kind::Uri},
        {"ioc", Kind::Uri},
        {"http_downloadurl", Kind::Uri},
        {"dynamicloader", Kind::Function},
        {"hit", Kind::YaraHit},
        {"domain", Kind::Domain},
    };
    if (key.ends_with("_exe")) { // the key names the program itself
        return Kind::Executable;
    }
    const auto known = kinds.find(lowerCase(key));
    return known != kinds.end() ? known->second : Kind::Text;
}

bool MarkTagger::add(std::string_view type, std::string_view value)
{
    return addTag(m_section, type, value);
}

void MarkTagger::tag(std::string_view key, std::string value)
{
    const Kind kind = kindOf(key);
    if (kind == Kind::Text) {
        extractIocs(truncated(value, textLimit), m_iocs, {.networkStatic = true});
        if (!m_iocs.empty()) {
            return;
        }
    } else {
        tagKnown(kind, key, std::move(value));
    }
    m_iocs = IocTable();
}

void MarkTagger::tagKnown(Kind kind, std::string_view key, std::string value)
{
    switch (kind) {
    case Kind::Process:
        add("dynamic.process.file_name", processName(std::move(value)));
        break;
    case Kind::CommandLine:
        add("dynamic.process.command_line", value);
        break;
    case Kind::Address:
        tagAddress(value);
        break;
    case Kind::RegistryKey:
        add("dynamic.registry_key", value);
        break;
    case Kind::Request:
    case Kind::Uri:
        tagUri(kind, std::move(value));
        break;
    case Kind::Function:
        add("file.pe.exports.function_name", value);
        break;
    case Kind::Executable:
        add("dynamic.process.file_name", replaced(std::string(key), "_", "."));
        break;
    case Kind::YaraHit:
        tagYaraHit(value);
        break;
    case Kind::Domain:
        add("network.dynamic.domain", value);
        break;
    case Kind::Text:
        break;
    }
}

// "192.0.2.1:443 (TCP)": address and port.
void MarkTagger::tagAddress(const std::string& value)
{
    const std::size_t colon = value.find(':');
    if (colon == std::string::npos || patterns::ipv6().contains(value)) {
        add("network.dynamic.ip", value);
        return;
    }
    const std::string_view all(value);
    std::string_view port = all.substr(colon + 1);
    port = port.substr(0, port.find(':'));
    add("network.dynamic.ip", stripped(all.substr(0, colon)));
    add("network.port", stripped(port.substr(0, port.find('('))));
}

void MarkTagger::tagUri(Kind kind, std::string uri)
{
    static const Regex hostHeader("Host: (" + std::string(patterns::domainText()) + ")\\r");
    if (m_context.options.httpsProxyInSandbox) {
        uri = convertUrlToHttps("CONNECT", uri);
    }
    if (kind == Kind::Request) {
        if (const auto host = hostHeader.search(uri)) {
            uri = std::string(host->group(1));
        }
    }
    if (add("network.dynamic.uri", uri)) {
        assignUri(uri);
    }
}

const ProcessEntry* MarkTagger::processOf(const SignatureAttribute& attribute) const
{
    const OntologyProcessPtr process = m_context.ontology.processByGuid(attribute.source->guid);
    return process ? m_processes.find(process->fields.pid) : nullptr;
}

// The builder adds attributes as well.
void MarkTagger::lookAtNewAttributes()
{
    for (; m_seenAttributes < m_attributes.size(); ++m_seenAttributes) {
        const SignatureAttribute& attribute = m_attributes[m_seenAttributes];
        const ProcessEntry* process = processOf(attribute);
        if (process && std::ranges::any_of(process->networkCalls, isRequest)) {
            m_open.push_back(m_seenAttributes);
        }
        if (!attribute.action) {
            m_plainSources.insert(attribute.source.get());
        }
    }
}

// Which of the processes behind the signature asked for the URI.
void MarkTagger::assignUri(const std::string& uri)
{
    lookAtNewAttributes();
    std::erase_if(m_open, [&](std::size_t place) {
        SignatureAttribute& attribute = m_attributes[place];
        const ProcessEntry* process = processOf(attribute);
        if (!process || !mayHaveAskedFor(*process, uri)) {
            return false;
        }
        attribute.uri = uri;
        m_plainSources.erase(attribute.source.get());
        return true;
    });
}

// A source that is there already, with nothing more said about it, would say the same again.
void MarkTagger::addSource(const ObjectIdPtr& source)
{
    lookAtNewAttributes();
    if (!m_plainSources.contains(source.get())) {
        m_attributes.emplace_back().source = source;
    }
}

// "Hit: PID 1234 trigged the Yara rule 'Name'"
void MarkTagger::tagYaraHit(const std::string& value)
{
    static const Regex hit(R"((?:(?:PID )?([0-9]{2,4}))?.*'(.\w+)')");
    const auto match = hit.search(value);
    if (!match) {
        return;
    }
    if (const std::string_view digits = match->group(1); !digits.empty()) {
        std::int64_t pid = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), pid);
        if (const OntologyProcessPtr process = m_context.ontology.processByPid(pid)) {
            addSource(process->objectId);
        }
    }
    const std::string rule(match->group(2));
    add("file.rule.cape", std::string(yaraSource) + '.' + rule);
    if (m_section.heuristic()) {
        m_section.heuristic()->addSignature(lowerCase(rule), yaraHitScore);
    }
}

} // namespace core
