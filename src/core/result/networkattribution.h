// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"
#include "core/result/networkmap.h"

#include <limits>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace core {

// Tells which process is behind a flow or a request, from the API calls, Sysmon's network events and the event traces.
// The first process that fits wins. Everything is indexed once, so that a look-up does not grow with the events.
class NetworkAttribution {
public:
    NetworkAttribution(const ProcessMap& processes, const SysmonEvents& sysmon, const EtwEvents& etw);

    // Fills in the process where it is not known, and names the sources that saw the flow.
    void attribute(NetworkFlow& flow) const;
    void attribute(HttpCall& call) const;

private:
    struct Process {
        json::Value image;
        json::Value pid;
    };
    // Which of the processes in a list have a say: the first one that says something, otherwise the last.
    struct Claim {
        static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
        std::size_t first = none;
        std::size_t last = none;

        void add(std::size_t process, bool says);
        void merge(const Claim& other);
    };
    struct Claims {
        Claim image;
        Claim pid;

        bool isEmpty() const { return pid.last == Claim::none; }
        void merge(const Claims& other);
    };
    using Index = std::unordered_map<json::Value, Claims, json::ValueHash>;

    // What one source knows.
    struct Source {
        std::string_view name;
        std::vector<Process> processes;

        void claim(Claims& claims) const;
        template <typename Record>
        void apply(const Claims& claims, Record& record) const;
    };

    void readCalls(const ProcessMap& processes);
    void readSysmon(const SysmonEvents& sysmon);
    void readTraces(const EtwEvents& etw);
    static Claims find(const Index& index, const json::Value& key);

    Source m_calls{"API", {}};
    Source m_sysmon{"sysmon", {}};
    Source m_traces{"etw", {}};
    Claims m_anyFlow; // by calls that name no full target: the service takes them for every flow
    Index m_flowTargets;
    Index m_httpTargets;
    Index m_httpBuffers;
    Index m_sysmonFlows; // by addresses and ports
    Index m_sysmonTargets; // by destination and port
    Index m_traceFlows;
};

} // namespace core
