// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"

#include "core/report/processmentions.h"
#include "core/report/records.h"
#include "core/report/strace.h"

#include <set>
#include <utility>

namespace core {

namespace {

constexpr std::size_t mostInjections = 10'000; // a real report has some dozens

} // namespace

Report::Report(ReportParts parts)
    : m_parts(std::move(parts))
{
}

const Report::Head& Report::head() const
{
    std::call_once(m_onceHead, [this] { m_head = madeHead(); });
    return m_head;
}

const Report::Records& Report::records() const
{
    std::call_once(m_onceRecords, [this] { m_records = madeRecords(); });
    return m_records;
}

Report::Head Report::madeHead() const
{
    Head made;
    ReportWarnings warnings(m_parts.warnings);
    made.info = records::info(section("info"), warnings);
    made.target = records::target(section("target"), warnings);
    made.debug = records::debug(section("debug"), warnings);
    made.warnings = warnings.take();
    return made;
}

Report::Records Report::madeRecords() const
{
    Records made;
    ReportWarnings warnings(head().warnings);
    const json::Value& behavior = section("behavior");
    made.signatures = records::signatures(section("signatures"), section("ttps"), warnings);
    made.network = records::network(section("network"), warnings);
    made.processes = records::processes(behavior, m_parts.callRanges, warnings);
    made.processTree = records::processTree(behavior, warnings);
    made.payloads = records::payloads(section("CAPE"), warnings);
    made.configs = records::configs(section("CAPE"), warnings);
    made.detections = records::detections(section("detections"), warnings);
    const json::Value& score = section("malscore");
    if (score.isNumber()) {
        made.malscore = score.toDouble();
    }
    takeStraceCommandLines(made.processes, calls());
    linkProcesses(made);
    made.clock = RunClock(info(), debug().log, made.network, made.processes, calls());
    made.warnings = warnings.take();
    return made;
}

// Which processes the signatures name, and which of them changed which.
void Report::linkProcesses(Records& records)
{
    const ProcessMentions mentions(records.processes, records.processTree);
    std::set<Injection> injections;
    for (Signature& signature : records.signatures) {
        const ProcessMentions::Found found = mentions.of(signature);
        signature.pids.assign(found.pids.begin(), found.pids.end());
        if (injections.size() < mostInjections) {
            injections.insert(found.injections.begin(), found.injections.end());
        }
    }
    for (const Payload& payload : records.payloads) {
        if (payload.pid && payload.targetPid && payload.pid != payload.targetPid) {
            injections.insert({*payload.pid, *payload.targetPid});
        }
    }
    records.injections.assign(injections.begin(), injections.end());
}

IndexRange Report::processCalls(std::size_t index) const
{
    return index < m_parts.callRanges.size() ? m_parts.callRanges[index] : IndexRange{};
}

bool Report::processHasCalls(std::size_t index) const
{
    return index < m_parts.hasCalls.size() && m_parts.hasCalls[index];
}

} // namespace core
