// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace core {

class Warnings;

// A name asked of the DNS, by event traces.
struct EtwDnsQuery {
    std::string name;
    std::vector<json::Value> pids; // who asked, each once
    json::Value server;
    std::vector<json::Value> responses;
};

// A TCP or UDP event. Ports are text, as the service's pattern takes them out of the address: "" for many a port.
struct EtwConnection {
    std::string timestamp; // "YYYY-MM-DD HH:MM:SS.ffffff"
    std::string type; // the task's name
    std::string source;
    std::string sourcePort;
    std::string destination;
    std::string destinationPort;
};

// The start of a process: the parent that the caller claimed and the process that really made it.
struct EtwProcessStart {
    json::Value pid;
    json::Value claimedPpid;
    json::Value realPpid;
    json::Value image;
};

// What the sandbox's event traces (Event Tracing for Windows) tell: files of the ETW folder with an event a line, as
// JSON or as Python prints a dict. Lines that cannot be read are passed over.
class EtwEvents {
public:
    EtwEvents() = default;
    // Reads the ETW folder of the analysis' folder; nothing where there is none.
    static EtwEvents readFolder(const QString& taskFolder, Warnings& warnings);

    // Each reads the lines of one file.
    void readDns(std::string_view lines, Warnings& warnings);
    void readNetwork(std::string_view lines, Warnings& warnings);
    void readProcesses(std::string_view lines, Warnings& warnings);

    // Whether there was any of the files, empty or not.
    bool isPresent() const { return m_isPresent; }
    const std::vector<EtwDnsQuery>& dns() const { return m_dns; }
    // By process, in order of first appearance.
    const std::vector<std::pair<json::Value, std::vector<EtwConnection>>>& network() const { return m_network; }
    const std::vector<EtwProcessStart>& processes() const { return m_processes; }
    const EtwProcessStart* process(const json::Value& pid) const;

private:
    void addDns(const json::Value& event, Warnings& warnings);
    void addConnection(const json::Value& event, Warnings& warnings);
    void addProcess(const json::Value& event, Warnings& warnings);

    bool m_isPresent = false;
    std::vector<EtwDnsQuery> m_dns;
    std::vector<std::pair<json::Value, std::vector<EtwConnection>>> m_network;
    std::vector<EtwProcessStart> m_processes;
    std::unordered_map<std::string, std::size_t> m_placesOfDns;
    std::vector<std::unordered_set<json::Value, json::ValueHash>> m_pidsOfDns; // by place, of queries
    std::unordered_map<json::Value, std::size_t, json::ValueHash> m_placesOfNetwork;
    std::unordered_map<json::Value, std::size_t, json::ValueHash> m_placesOfProcesses;
};

} // namespace core
