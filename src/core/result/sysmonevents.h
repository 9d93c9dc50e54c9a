// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace core {

struct ConversionContext;

// A record that Sysmon gives in answer to a DNS query.
struct SysmonDnsAnswer {
    std::string data; // an address or a domain
    std::string type; // "A", "CNAME", ...

    friend bool operator==(const SysmonDnsAnswer&, const SysmonDnsAnswer&) = default;
};

// An event of Sysmon that the conversion uses: 1 (process creation), 5 (process end), 3 (network connection) and
// 22 (DNS query). Fields of other kinds of event stay empty. Times are "YYYY-MM-DD HH:MM:SS.ffffff".
struct SysmonEvent {
    int id = 0;
    std::int64_t pid = 0;
    std::string guid;
    std::string image;

    // 1 and 5
    bool safelisted = false;
    std::string startTime; // of a process end: MinTime
    std::optional<std::string> endTime;
    std::optional<std::string> parentGuid;
    std::optional<std::int64_t> ppid;
    std::optional<std::string> parentImage;
    std::optional<std::string> parentCommandLine;
    std::optional<std::string> commandLine;
    std::optional<std::string> originalFileName;
    std::optional<std::string> integrityLevel;
    std::optional<std::string> imageHash;

    // 3
    std::string source;
    std::string destination;
    std::int64_t sourcePort = 0;
    std::int64_t destinationPort = 0;

    // 22
    std::string request;
    std::vector<SysmonDnsAnswer> answers;

    std::string time; // of 3 and 22
};

// The events of one process. `key` is its pid; where a pid was used again, the text "PID-->GUID" for the later ones.
struct SysmonProcess {
    json::Value key;
    std::vector<SysmonEvent> events;

    bool hasPid(std::int64_t pid) const { return key.isInteger() && key.toInteger() == pid; }
};

// The report's Sysmon events by process, in order of first appearance.
class SysmonEvents {
public:
    SysmonEvents() = default;
    // Reads the section "sysmon"; events that lack what they need are passed over, odd ones become warnings.
    static SysmonEvents read(const ConversionContext& context);

    // Whether the report has Sysmon events at all, used or not.
    bool isPresent() const { return m_present; }
    const std::vector<SysmonProcess>& processes() const { return m_processes; }
    auto begin() const { return m_processes.begin(); }
    auto end() const { return m_processes.end(); }

private:
    void add(SysmonEvent event);
    SysmonProcess* find(const std::string& key);
    void append(json::Value key, SysmonEvent event);

    bool m_present = false;
    std::vector<SysmonProcess> m_processes;
    std::unordered_map<std::string, std::size_t> m_places; // by the key as text
    std::unordered_set<std::string> m_guidsOfFirst; // "PID-->GUID" of what the groups of plain pids hold
};

} // namespace core
