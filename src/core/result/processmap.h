// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"
#include "core/report/stringtable.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace core {

class ApiCallStore;
struct ConversionContext;

// An API call of one of the kinds in reference/api_events.json. `event`, `object` and the names of the arguments are
// the table's words ("Connect", "Network", "HostName"); values are as the report has them, mostly text.
struct ApiEvent {
    std::string_view event;
    std::string_view object;
    std::string_view api;
    json::Object arguments; // never empty
};

// A call that loads a module or looks up a function in one, or that sets a hook; 0 where it names none.
struct ModuleEvent {
    StringId library = 0;
    StringId function = 0;
    StringId hook = 0;
};

// A process of behavior.processes and what its API calls show. Of equal events only the first is kept.
struct ProcessEntry {
    json::Value pid; // mostly a number, as are `ppid`s; the service takes what the report has
    json::Value name; // a text, or what the report has in its place
    std::optional<std::string> image; // path of the module
    json::Value ppid;
    std::string startTime; // "YYYY-MM-DD HH:MM:SS.mmm"; empty when the report has none
    json::Value commandLine;
    std::vector<ApiEvent> networkCalls;
    std::vector<ApiEvent> cryptoBuffers;
    std::vector<ApiEvent> miscEvents; // debug strings
    std::vector<ModuleEvent> moduleEvents;
    std::vector<StringId> services; // names of services made, started or controlled, each once
    std::size_t fileCount = 0; // different file and folder events
    std::size_t registryCount = 0; // different registry events
};

// The processes of a report by pid, in order of first appearance. A later process with the same pid takes the place of
// the earlier one, which is then among the warnings. Points into the report, which must outlive it.
class ProcessMap {
public:
    ProcessMap() = default;
    // Reads behavior.processes; what is missing or of the wrong kind becomes a warning of the context.
    static ProcessMap read(const ConversionContext& context);

    const ProcessEntry* find(const json::Value& pid) const;
    bool contains(const json::Value& pid) const { return find(pid) != nullptr; }
    void insert(ProcessEntry entry);
    // Parent spoofing: the event traces know better than the report.
    void setParent(const json::Value& pid, const json::Value& ppid);

    const std::vector<ProcessEntry>& entries() const { return m_entries; }
    bool empty() const { return m_entries.empty(); }
    auto begin() const { return m_entries.begin(); }
    auto end() const { return m_entries.end(); }

private:
    std::vector<ProcessEntry> m_entries;
    std::unordered_map<json::Value, std::size_t, json::ValueHash> m_places;
};

} // namespace core
