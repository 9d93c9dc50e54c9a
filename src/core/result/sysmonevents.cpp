// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/sysmonevents.h"

#include "core/ioc/netvalidation.h"
#include "core/ioc/regex.h"
#include "core/ioc/safelist.h"
#include "core/ioc/text.h"
#include "core/json/python.h"
#include "core/report/report.h"
#include "core/result/conversioncontext.h"
#include "core/result/fieldwarning.h"
#include "core/result/isotime.h"
#include "core/result/ontology/objectid.h"

#include <algorithm>

namespace core {

namespace {

enum EventId : int { ProcessCreation = 1, NetworkConnection = 3, ProcessEnd = 5, DnsQuery = 22 };

constexpr std::int64_t usedEvents[]
    = {EventId::ProcessCreation, EventId::NetworkConnection, EventId::ProcessEnd, EventId::DnsQuery};

// What Sysmon for Linux adds to the image of a process whose file is gone.
constexpr std::string_view deletedSuffix = " (deleted)";

// Record types by number, as in Windows' windns.h.
std::optional<std::string_view> dnsType(std::string_view number)
{
    static constexpr std::pair<std::string_view, std::string_view> types[] = {{"1", "A"}, {"2", "NS"}, {"5", "CNAME"},
        {"6", "SOA"}, {"12", "PTR"}, {"15", "MX"}, {"16", "TEXT"}, {"28", "AAAA"}};
    if (number.size() > 1 && number.front() == '0') {
        number.remove_prefix(1);
    }
    const auto type = std::ranges::find(types, number, &std::pair<std::string_view, std::string_view>::first);
    return type == std::end(types) ? std::nullopt : std::optional(type->second);
}

std::string compositeKey(const SysmonEvent& event)
{
    return std::to_string(event.pid) + "-->" + event.guid;
}

// The fields of one event, by what they mean; each says when it cannot be used.
class EventReader {
public:
    EventReader(const ConversionContext& context, int id)
        : m_context(context)
    {
        m_event.id = id;
    }

    std::optional<SysmonEvent> read(const json::Array& data)
    {
        for (const json::Value& item : data) {
            if (!item["@Name"].isString()) {
                warnOfField(m_context.warnings, "sysmon.EventData.Data.@Name");
            } else if (isProcessEvent()) {
                readProcessField(lowerCase(item["@Name"].toString()), item["#text"]);
            } else if (m_event.id == EventId::NetworkConnection) {
                readConnectionField(item["@Name"].toString(), item["#text"]);
            } else if (!item["#text"].isNull()) {
                readDnsField(item["@Name"].toString(), item["#text"]);
            }
        }
        if (!isComplete()) {
            return std::nullopt;
        }
        return std::move(m_event);
    }

private:
    bool isProcessEvent() const { return m_event.id == EventId::ProcessCreation || m_event.id == EventId::ProcessEnd; }

    bool isComplete() const
    {
        if (isProcessEvent()) {
            return m_event.pid != 0 && !m_event.guid.empty() && !m_event.image.empty() && !m_event.startTime.empty();
        }
        if (!m_hasPid || !m_hasGuid || !m_hasImage || m_event.time.empty()) {
            return false;
        }
        if (m_event.id == EventId::DnsQuery) {
            return m_hasRequest;
        }
        return m_hasProtocol && m_hasPorts == 2 && !m_event.source.empty() && !m_event.destination.empty();
    }

    void readProcessField(const std::string& name, const json::Value& value)
    {
        m_event.safelisted = false;
        if (name == "utctime") {
            setProcessTime(value);
        } else if (name == "sourceprocessguid" || name == "parentprocessguid") {
            m_event.parentGuid = optionalText(name, value);
        } else if (name == "processguid" || name == "targetprocessguid") {
            m_event.guid = optionalText(name, value).value_or("");
        } else if (name == "parentprocessid" || name == "sourceprocessid") {
            m_event.ppid = number(name, value);
        } else if (name == "processid" || name == "targetprocessid") {
            m_event.pid = number(name, value).value_or(0);
        } else if (name == "sourceimage") {
            m_event.parentImage = optionalText(name, value);
        } else if (name == "image" || name == "targetimage") {
            setProcessImage(name, value);
        } else if (name == "parentcommandline") {
            const auto commandLine = optionalText(name, value);
            if (!isSafelisted(commandLine, "dynamic.process.command_line")) {
                m_event.parentCommandLine = commandLine;
            }
        } else if (name == "commandline") {
            const auto commandLine = optionalText(name, value);
            m_event.safelisted = isSafelisted(commandLine, "dynamic.process.command_line");
            if (!m_event.safelisted) {
                m_event.commandLine = commandLine;
            }
        } else if (name == "originalfilename") {
            m_event.originalFileName = optionalText(name, value);
        } else if (name == "integritylevel") {
            m_event.integrityLevel = optionalText(name, value);
        } else if (name == "hashes") {
            setHash(text(name, value).value_or(""));
        }
    }

    void readConnectionField(std::string_view name, const json::Value& value)
    {
        if (readCommonField(name, value)) {
            return;
        }
        if (name == "Protocol") {
            m_hasProtocol = !text(name, value).value_or("").empty();
        } else if (name == "SourceIp" || name == "DestinationIp") {
            const auto address = text(name, value);
            if (address && patterns::ipv4().matches(*address)) {
                (name == "SourceIp" ? m_event.source : m_event.destination) = *address;
            }
        } else if (name == "SourcePort" || name == "DestinationPort") {
            if (const auto port = number(name, value)) {
                (name == "SourcePort" ? m_event.sourcePort : m_event.destinationPort) = *port;
                ++m_hasPorts;
            }
        }
    }

    void readDnsField(std::string_view name, const json::Value& value)
    {
        if (readCommonField(name, value)) {
            return;
        }
        if (name == "QueryName") {
            const auto request = text(name, value);
            if (request && !isSafelisted(request, "network.dynamic.domain")) {
                m_event.request = *request;
                m_hasRequest = true;
            }
        } else if (name == "QueryResults") {
            addAnswers(text(name, value).value_or(""));
        }
    }

    bool readCommonField(std::string_view name, const json::Value& value)
    {
        if (name == "UtcTime") {
            m_event.time = time(name, value).value_or("");
        } else if (name == "ProcessGuid") {
            const auto guid = optionalText(name, value);
            m_hasGuid = guid.has_value();
            m_event.guid = guid.value_or("");
        } else if (name == "ProcessId") {
            const auto pid = number(name, value);
            m_hasPid = pid.has_value();
            m_event.pid = pid.value_or(0);
        } else if (name == "Image") {
            const auto image = text(name, value);
            m_hasImage = image.has_value();
            m_event.image = image.value_or("");
            if (m_event.image.ends_with(deletedSuffix)) {
                m_event.image.resize(m_event.image.size() - deletedSuffix.size());
            }
        } else {
            return false;
        }
        return true;
    }

    void setProcessTime(const json::Value& value)
    {
        const std::string observed = time("UtcTime", value).value_or("");
        if (m_event.id == EventId::ProcessCreation) {
            m_event.startTime = observed;
        } else if (!observed.empty()) {
            m_event.startTime = MinTime;
            m_event.endTime = observed;
        }
    }

    void setProcessImage(const std::string& name, const json::Value& value)
    {
        auto image = text(name, value);
        if (!image) {
            return;
        }
        if (image->ends_with(deletedSuffix)) {
            image->resize(image->find(deletedSuffix));
        }
        m_event.safelisted = isSafelisted(image, "dynamic.process.file_name");
        if (!m_event.safelisted) {
            m_event.image = *image;
        }
    }

    // "SHA256=..."; several hashes are not taken apart.
    void setHash(const std::string& hashes)
    {
        const std::size_t equals = hashes.find('=');
        if (equals != std::string::npos && hashes.find('=', equals + 1) == std::string::npos) {
            m_event.imageHash = hashes.substr(equals + 1);
        }
    }

    // "type:  5 www.example.com;::ffff:192.0.2.1;"
    void addAnswers(std::string_view results)
    {
        static const Regex typePattern(R"(^type:  (\d{1,2}) )");
        static const Regex shortMapped(R"(::ffff:\d{1,2})");
        for (std::size_t start = 0; start <= results.size();) {
            const std::size_t end = std::min(results.find(';', start), results.size());
            const std::string_view record = results.substr(start, end - start);
            start = end + 1;
            const auto match = typePattern.search(record);
            const auto type = match ? dnsType(match->group(1)) : std::optional<std::string_view>("A");
            if (!type) {
                warnOfField(m_context.warnings, "sysmon.EventData.Data.QueryResults");
                continue;
            }
            for (const std::string& address : patterns::ip().findAll(record)) {
                if (!shortMapped.matches(address)) {
                    addAnswer(address, *type);
                }
            }
            for (const std::string& domain : patterns::domain().findAll(record)) {
                addAnswer(domain, *type);
            }
        }
    }

    void addAnswer(const std::string& data, std::string_view type)
    {
        SysmonDnsAnswer answer{data, std::string(type)};
        if (m_knownAnswers.emplace(answer.type + ' ' + answer.data).second) {
            m_event.answers.push_back(std::move(answer));
        }
    }

    bool isSafelisted(const std::optional<std::string>& value, std::string_view tagType) const
    {
        return value && m_context.safelist.isTagSafelisted(*value, tagType);
    }

    void warn(std::string_view name) const
    {
        warnOfField(m_context.warnings, "sysmon.EventData.Data." + std::string(name));
    }

    std::optional<std::string> text(std::string_view name, const json::Value& value) const
    {
        if (value.isString()) {
            return std::string(value.toString());
        }
        warn(name);
        return std::nullopt;
    }

    // Text that may be absent without harm.
    std::optional<std::string> optionalText(std::string_view name, const json::Value& value) const
    {
        return value.isNull() ? std::nullopt : text(name, value);
    }

    std::optional<std::string> time(std::string_view name, const json::Value& value) const
    {
        if (value.isString() && parseTime(value.toString())) {
            return std::string(value.toString());
        }
        warn(name);
        return std::nullopt;
    }

    std::optional<std::int64_t> number(std::string_view name, const json::Value& value) const
    {
        const auto number = json::python::toInt(value);
        if (number && number->isInteger()) {
            return number->toInteger();
        }
        warn(name);
        return std::nullopt;
    }

    const ConversionContext& m_context;
    SysmonEvent m_event;
    std::unordered_set<std::string> m_knownAnswers;
    bool m_hasPid = false;
    bool m_hasGuid = false;
    bool m_hasImage = false;
    bool m_hasProtocol = false;
    bool m_hasRequest = false;
    int m_hasPorts = 0;
};

} // namespace

SysmonEvents SysmonEvents::read(const ConversionContext& context)
{
    SysmonEvents events;
    const json::Value& section = context.report.section("sysmon");
    events.m_present = json::python::truthy(section);
    if (events.m_present && !section.isArray()) {
        warnOfField(context.warnings, "sysmon");
    }
    for (const json::Value& item : section.toArray()) {
        if (context.stop.stop_requested()) {
            break;
        }
        const auto id = json::python::toInt(item["System"]["EventID"]);
        const json::Value& data = item["EventData"]["Data"];
        if (!id || !data.isArray()) {
            warnOfField(context.warnings, id ? "sysmon.EventData.Data" : "sysmon.System.EventID");
            continue;
        }
        const std::int64_t number = id->toInteger();
        if (!std::ranges::contains(usedEvents, number)) {
            continue;
        }
        if (auto event = EventReader(context, int(number)).read(data.toArray())) {
            events.add(std::move(*event));
        }
    }
    return events;
}

// A pid used again by another process (another GUID) gets a group of its own. Events of a process whose creation was
// not seen have no group to go to.
void SysmonEvents::add(SysmonEvent event)
{
    const bool isProcessEvent = event.id == EventId::ProcessCreation || event.id == EventId::ProcessEnd;
    SysmonProcess* first = find(std::to_string(event.pid));
    if (!first) {
        if (isProcessEvent) {
            m_guidsOfFirst.insert(compositeKey(event));
            append(event.pid, std::move(event));
        }
        return;
    }
    if (!isProcessEvent) {
        m_guidsOfFirst.insert(compositeKey(event));
        first->events.push_back(std::move(event));
        return;
    }
    std::string key = compositeKey(event);
    SysmonProcess* later = find(key);
    if (!later && m_guidsOfFirst.contains(key)) {
        later = first;
    }
    if (later) {
        later->events.push_back(std::move(event));
    } else {
        append(std::move(key), std::move(event));
    }
}

SysmonProcess* SysmonEvents::find(const std::string& key)
{
    const auto place = m_places.find(key);
    return place == m_places.end() ? nullptr : &m_processes[place->second];
}

void SysmonEvents::append(json::Value key, SysmonEvent event)
{
    m_places.emplace(json::python::str(key), m_processes.size());
    SysmonProcess& process = m_processes.emplace_back();
    process.key = std::move(key);
    process.events.push_back(std::move(event));
}

} // namespace core
