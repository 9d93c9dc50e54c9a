// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/arena.h"
#include "core/json/value.h"
#include "core/report/apicallstore.h"
#include "core/report/fileinfo.h"
#include "core/report/info.h"
#include "core/report/network.h"
#include "core/report/process.h"
#include "core/report/signature.h"
#include "core/report/warning.h"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace core {

// What the parser hands over: the raw sections without API calls, and the calls. Process i of behavior.processes has
// the calls `callRanges[i]`; an item there without `calls` (or with wrong ones) has `hasCalls[i]` false.
struct ReportParts {
    std::unique_ptr<json::Arena> arena; // where the sections' values lie
    json::Object sections;
    ApiCallStore calls;
    std::vector<IndexRange> callRanges;
    std::vector<bool> hasCalls;
    std::vector<Warning> warnings;
    std::size_t bytes = 0; // of JSON text
};

// A lite report, immutable and shared as std::shared_ptr<const Report>. It holds the raw JSON of every section but the
// API calls, for the conversion; the calls in columns; and typed records of the same, for the pages.
class Report {
public:
    explicit Report(ReportParts parts);

    // The raw JSON of a top-level section ("info", "behavior", ...); null where the report has none. The items of
    // behavior.processes keep every field but `calls`.
    const json::Value& section(std::string_view name) const { return m_parts.sections[name]; }
    bool has(std::string_view name) const { return m_parts.sections.contains(name); }
    const json::Object& sections() const { return m_parts.sections; }

    const ApiCallStore& calls() const { return m_parts.calls; }
    // The calls of item `index` of behavior.processes.
    IndexRange processCalls(std::size_t index) const;
    // Tells a process without a list of `calls` from one whose list is empty.
    bool processHasCalls(std::size_t index) const;

    const Info& info() const { return m_info; }
    const Target& target() const { return m_target; }
    const Debug& debug() const { return m_debug; }
    const std::vector<Signature>& signatures() const { return m_signatures; }
    const Network& network() const { return m_network; }
    // As behavior.processes, less the items that are no objects.
    const std::vector<Process>& processes() const { return m_processes; }
    const std::vector<ProcessNode>& processTree() const { return m_processTree; }
    // behavior.summary: "files", "keys", "mutexes", "executed_commands", ... each a list of strings.
    const json::Object& summary() const { return section("behavior")["summary"].toObject(); }
    const std::vector<Payload>& payloads() const { return m_payloads; }
    const std::vector<MalwareConfig>& configs() const { return m_configs; }
    const std::vector<Detection>& detections() const { return m_detections; }
    // The sandbox's own score (0 to 10), when the report carries it.
    std::optional<double> malscore() const { return m_malscore; }

    // What could not be used of the report.
    const std::vector<Warning>& warnings() const { return m_parts.warnings; }
    // Size of the JSON text it was read from.
    std::size_t bytes() const { return m_parts.bytes; }

private:
    ReportParts m_parts;
    Info m_info;
    Target m_target;
    Debug m_debug;
    std::vector<Signature> m_signatures;
    Network m_network;
    std::vector<Process> m_processes;
    std::vector<ProcessNode> m_processTree;
    std::vector<Payload> m_payloads;
    std::vector<MalwareConfig> m_configs;
    std::vector<Detection> m_detections;
    std::optional<double> m_malscore;
};

using ReportPtr = std::shared_ptr<const Report>;

} // namespace core
