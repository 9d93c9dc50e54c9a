// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/arena.h"
#include "core/json/value.h"
#include "core/report/apicallstore.h"
#include "core/report/fileinfo.h"
#include "core/report/info.h"
#include "core/report/network.h"
#include "core/report/process.h"
#include "core/report/runclock.h"
#include "core/report/signature.h"
#include "core/report/warning.h"

#include <memory>
#include <mutex>
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
// API calls, for the conversion; the calls in columns; and typed records of the same, for the pages: those are made
// when they are first asked for, by whichever thread does.
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

    const Info& info() const { return head().info; }
    const Target& target() const { return head().target; }
    const Debug& debug() const { return head().debug; }
    const std::vector<Signature>& signatures() const { return records().signatures; }
    const Network& network() const { return records().network; }
    // As behavior.processes, less the items that are no objects.
    const std::vector<Process>& processes() const { return records().processes; }
    const std::vector<ProcessNode>& processTree() const { return records().processTree; }
    // behavior.summary: "files", "keys", "mutexes", "executed_commands", ... each a list of strings.
    const json::Object& summary() const { return section("behavior")["summary"].toObject(); }
    // Which process changed which, as signatures and payloads say; each once. API calls say more (ui::ProcessTable).
    const std::vector<Injection>& injections() const { return records().injections; }
    const std::vector<Payload>& payloads() const { return records().payloads; }
    const std::vector<MalwareConfig>& configs() const { return records().configs; }
    const std::vector<Detection>& detections() const { return records().detections; }
    // Where the report's times lie on the one axis of the run.
    const RunClock& clock() const { return records().clock; }
    // The sandbox's own score (0 to 10), when the report carries it.
    std::optional<double> malscore() const { return records().malscore; }

    // What could not be used of the report.
    const std::vector<Warning>& warnings() const { return records().warnings; }
    // Makes the records now: for the thread that loads a report, so that no page has to wait for them.
    void makeRecords() const { records(); }
    // Size of the JSON text it was read from.
    std::size_t bytes() const { return m_parts.bytes; }

private:
    // What is small, and all that a conversion asks for.
    struct Head {
        Info info;
        Target target;
        Debug debug;
        std::vector<Warning> warnings; // the parser's first
    };
    struct Records {
        std::vector<Signature> signatures;
        Network network;
        std::vector<Process> processes;
        std::vector<ProcessNode> processTree;
        std::vector<Injection> injections;
        std::vector<Payload> payloads;
        std::vector<MalwareConfig> configs;
        std::vector<Detection> detections;
        RunClock clock;
        std::optional<double> malscore;
        std::vector<Warning> warnings; // the head's first
    };

    const Head& head() const;
    const Records& records() const;
    Head madeHead() const;
    Records madeRecords() const;
    static void linkProcesses(Records& records);

    ReportParts m_parts;
    mutable std::once_flag m_onceHead;
    mutable Head m_head;
    mutable std::once_flag m_onceRecords;
    mutable Records m_records;
};

using ReportPtr = std::shared_ptr<const Report>;

} // namespace core
