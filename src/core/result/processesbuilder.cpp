// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/processesbuilder.h"

#include "core/ioc/text.h"
#include "core/json/python.h"
#include "core/report/report.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_map>

namespace core::processesbuilder {

namespace {

constexpr std::string_view processesTitle = "Processes";
constexpr int SuspiciousTree = 3; // heuristic
constexpr std::string_view NotEnded = "-";

json::Value valueOf(const std::optional<std::string>& text)
{
    return text ? json::Value(*text) : json::Value();
}
json::Value valueOf(std::optional<std::int64_t> number)
{
    return number ? json::Value(*number) : json::Value();
}

// Translated sentences.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(ProcessesBuilder)
};

QString shown(const json::Value& value)
{
    return QString::fromStdString(safeStr(json::python::str(value)));
}

// Each value once, in order of first appearance.
class UniqueValues {
public:
    void add(json::Value value)
    {
        if (m_known.insert(value).second) {
            m_values.push_back(std::move(value));
        }
    }
    void addAgain(json::Value value)
    {
        m_known.insert(value);
        m_values.push_back(std::move(value));
    }
    std::optional<json::Array> take() { return m_values.empty() ? std::nullopt : std::optional(std::move(m_values)); }

private:
    json::Array m_values;
    std::unordered_set<json::Value, json::ValueHash> m_known;
};

// Makes the processes of one analysis.
class Processes {
public:
    Processes(ConversionContext& context, ProcessMap& map, const EtwEvents& etw, SandboxEvents& events)
        : m_context(context)
        , m_map(map)
        , m_etw(etw)
        , m_events(events)
        , m_session(context.ontology.sandbox()->objectId->session)
    {
    }

    // The monitor tells the parent that a process claims; event traces know the one that made it.
    void correctParents()
    {
        for (const ProcessEntry& entry : m_map) {
            const EtwProcessStart* start = m_etw.process(entry.pid);
            if (!start) {
                continue;
            }
            const bool differs = start->realPpid != entry.ppid;
            if (start->realPpid != start->claimedPpid || differs) {
                m_spoofed.emplace(entry.pid, start->realPpid);
            }
            if (differs) {
                m_map.setParent(entry.pid, start->realPpid);
            }
        }
    }

    void addSysmonProcess(const SysmonProcess& process)
    {
        bool isCreated = false;
        for (const SysmonEvent& event : process.events) {
            if (event.id == 1 && !update(event)) {
                create(process, event);
                isCreated = true;
            } else if (event.id == 5) {
                const json::Value endTime = event.endTime ? *event.endTime : std::string(NotEnded);
                if (isCreated) {
                    m_events.setEndTime(event.pid, endTime);
                } else {
                    m_endTimes.insert_or_assign(event.pid, endTime);
                }
            }
        }
        if (isCreated) {
            m_done.insert(process.key);
        }
    }

    // What only the API monitor saw.
    void addRest()
    {
        for (const ProcessEntry& entry : m_map) {
            if (!m_done.contains(entry.pid) && !m_context.stop.stop_requested()) {
                create(entry);
            }
        }
    }

private:
    // A process whose GUID is known already takes what it lacked.
    bool update(const SysmonEvent& event)
    {
        const std::optional<std::string_view> parentGuid
            = event.parentGuid ? std::optional<std::string_view>(*event.parentGuid) : std::nullopt;
        return m_context.ontology.hasGuid(event.guid)
            && m_context.ontology.updateProcess(event.guid, fieldsOf(event), parentGuid);
    }

    static ProcessFields fieldsOf(const SysmonEvent& event)
    {
        ProcessFields fields;
        fields.image = event.image;
        fields.startTime = event.startTime;
        fields.endTime = event.endTime;
        fields.pid = event.pid;
        fields.ppid = valueOf(event.ppid);
        fields.commandLine = valueOf(event.commandLine);
        fields.parentImage = event.parentImage;
        fields.parentCommandLine = valueOf(event.parentCommandLine);
        fields.integrityLevel = event.integrityLevel;
        fields.imageHash = event.imageHash;
        fields.originalFileName = event.originalFileName;
        return fields;
    }

    void create(const SysmonProcess& process, const SysmonEvent& event)
    {
        ProcessFields fields = fieldsOf(event);
        const ProcessEntry* entry = m_map.find(event.pid);
        if (entry) {
            fields.servicesInvolved = services(*entry);
            fields.loadedModules = modules(*entry, false);
        }
        const auto spoofed = m_spoofed.find(process.key);
        if (spoofed != m_spoofed.end()) {
            fields.ppid = spoofed->second;
            const EtwProcessStart* parent = m_etw.process(fields.ppid);
            fields.parentImage = parent && parent->image.isString()
                ? std::optional<std::string>(parent->image.toString())
                : std::nullopt;
        }
        auto made = add(fields, event.guid);
        if (!made) {
            warnOfLoss(event.pid, event.image, "image");
            return;
        }
        made->set("safelisted", event.safelisted);
        setEndTime(*made, event.pid);
        setCounts(*made, entry);
        made->set("sources", entry ? json::Array{"capemon", "sysmon"} : json::Array{"sysmon"});
        keepEvent(std::move(*made), event.pid, event.image);
    }

    void create(const ProcessEntry& entry)
    {
        ProcessFields fields;
        fields.pid = entry.pid;
        fields.image = entry.image;
        fields.ppid = entry.ppid;
        fields.startTime = entry.startTime;
        fields.commandLine = entry.commandLine;
        if (!entry.moduleEvents.empty()) {
            fields.servicesInvolved = services(entry);
            fields.loadedModules = modules(entry, true);
        }
        auto made = add(fields, std::nullopt);
        if (!made) {
            const bool hasImage = entry.image && !entry.image->empty();
            warnOfLoss(entry.pid, entry.name, hasImage ? "first_seen" : "module_path");
            return;
        }
        made->set("safelisted", false);
        made->set("end_time", NotEnded);
        setEndTime(*made, entry.pid);
        setCounts(*made, &entry);
        made->set("sources", json::Array{"capemon"});
        keepEvent(std::move(*made), entry.pid, entry.name);
    }

    void keepEvent(json::Object event, const json::Value& pid, const json::Value& name)
    {
        if (const auto kept = m_events.addProcess(std::move(event)); !kept) {
            m_context.warnings.add(
                Text::tr("Process %1 (%2) is missing from the section “Processes”: Assemblyline refuses its %3.")
                    .arg(shown(pid), shown(name), QLatin1StringView(kept.error())));
        }
    }

    void warnOfLoss(const json::Value& pid, const json::Value& name, const char* field)
    {
        m_context.warnings.add(Text::tr("Process %1 (%2) is left out: the report has no usable %3 for it.")
                                   .arg(shown(pid), shown(name), QLatin1StringView(field)));
    }

    // Adds it to the ontology, and gives it as an event of the SANDBOX body.
    std::optional<json::Object> add(const ProcessFields& fields, const std::optional<std::string>& guid)
    {
        const std::string oid
            = processOid(fields.pid, fields.ppid, valueOf(fields.image), fields.commandLine);
        Ontology& ontology = m_context.ontology;
        const OntologyProcessPtr process = ontology.createProcess(
            ontology.createObjectId(normalizedImagePath(fields.image.value_or("")), oid, m_session, guid), fields);
        if (!process) {
            return std::nullopt;
        }
        ontology.addProcess(process);
        json::Object event = process->toJson();
        for (const std::string_view name :
            {"objectid", "pimage", "pcommand_line", "pobjectid", "loaded_modules", "services_involved"}) {
            event.erase(name);
        }
        return event;
    }

    // Where Sysmon saw the end before, or without, the creation.
    void setEndTime(json::Object& process, const json::Value& pid) const
    {
        const auto endTime = m_endTimes.find(pid);
        if (endTime != m_endTimes.end()) {
            process.set("end_time", endTime->second);
        }
    }

    static void setCounts(json::Object& process, const ProcessEntry* entry)
    {
        if (!entry) {
            return;
        }
        process.set("file_count", entry->fileCount);
        process.set("registry_count", entry->registryCount);
    }

    json::Value text(StringId id) const { return m_context.report.calls().value(id); }

    std::optional<json::Array> services(const ProcessEntry& entry) const
    {
        UniqueValues names;
        for (const StringId service : entry.services) {
            names.add(text(service));
        }
        return names.take();
    }

    // Libraries and functions; hooks, each as often as it was set, where no function is named.
    std::optional<json::Array> modules(const ProcessEntry& entry, bool withHooks) const
    {
        UniqueValues names;
        for (const ModuleEvent& event : entry.moduleEvents) {
            if (event.library != 0) {
                names.add(text(event.library));
            } else if (json::python::truthy(text(event.function))) {
                names.add(text(event.function));
            } else if (withHooks && json::python::truthy(text(event.hook))) {
                names.addAgain(text(event.hook));
            }
        }
        return names.take();
    }

    ConversionContext& m_context;
    ProcessMap& m_map;
    const EtwEvents& m_etw;
    SandboxEvents& m_events;
    std::optional<std::string> m_session;
    std::unordered_map<json::Value, json::Value, json::ValueHash> m_spoofed; // pid to real parent
    std::unordered_map<json::Value, json::Value, json::ValueHash> m_endTimes;
    std::unordered_set<json::Value, json::ValueHash> m_done; // pids that Sysmon's events made
};

} // namespace

void addProcesses(ConversionContext& context, ProcessMap& processes, const SysmonEvents& sysmon, const EtwEvents& etw,
    SandboxEvents& events)
{
    if (!context.ontology.sandbox()) {
        return;
    }
    Processes builder(context, processes, etw, events);
    builder.correctParents();
    for (const SysmonProcess& process : sysmon) {
        builder.addSysmonProcess(process);
    }
    builder.addRest();
}

Section processesSection(ConversionContext& context, SandboxEvents& events)
{
    Section section(processesTitle, BodyFormat::Sandbox);
    std::vector<std::pair<std::string, int>> counts;
    for (std::string& pattern : context.ontology.inspectProcessTree(context.safeTreeIds)) {
        const auto known = std::ranges::find(counts, pattern, &std::pair<std::string, int>::first);
        if (known == counts.end()) {
            counts.emplace_back(std::move(pattern), 1);
        } else {
            ++known->second;
        }
    }
    if (!counts.empty()) {
        Heuristic& heuristic = section.setHeuristic(SuspiciousTree);
        for (const auto& [pattern, count] : counts) {
            heuristic.addSignature(pattern, 0, count);
        }
    }
    section.setBody(events.body());
    return section;
}

} // namespace core::processesbuilder
