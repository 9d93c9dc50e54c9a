// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/report.h"

#include "core/report/records.h"

#include <utility>

namespace core {

Report::Report(ReportParts parts)
    : m_parts(std::move(parts))
{
    ReportWarnings warnings(std::move(m_parts.warnings));
    const json::Value& behavior = section("behavior");
    m_info = records::info(section("info"), warnings);
    m_target = records::target(section("target"), warnings);
    m_debug = records::debug(section("debug"), warnings);
    m_signatures = records::signatures(section("signatures"), section("ttps"), warnings);
    m_network = records::network(section("network"), warnings);
    m_processes = records::processes(behavior, m_parts.callRanges, warnings);
    m_processTree = records::processTree(behavior, warnings);
    m_payloads = records::payloads(section("CAPE"), warnings);
    m_configs = records::configs(section("CAPE"), warnings);
    m_detections = records::detections(section("detections"), warnings);
    const json::Value& score = section("malscore");
    if (score.isNumber()) {
        m_malscore = score.toDouble();
    }
    m_parts.warnings = warnings.take();
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
