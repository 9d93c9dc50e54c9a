// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sectionreader.h"

#include "core/json/objectbuilder.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace core {

namespace {

// The values of a small report take about as much room as its text; those of a large one, which is mostly API calls,
// less.
ReportParts partsOf(std::size_t textSize)
{
    ReportParts parts;
    parts.arena = std::make_unique<json::Arena>(std::clamp<std::size_t>(textSize, 1 << 12, 1 << 16));
    return parts;
}

// A text may hold a value in every second byte, and a value takes dozens of bytes of memory: beyond a share of the text,
// which no real report comes near, they are left out.
json::ReadLimits limitsFor(json::ReadLimits limits, std::size_t textSize)
{
    constexpr std::size_t always = 3'000'000;
    constexpr std::size_t bytesPerValue = 16;
    limits.values = std::min(limits.values, always + textSize / bytesPerValue);
    return limits;
}

} // namespace

SectionReader::SectionReader(
    json::Cursor& cursor, const json::ReadLimits& limits, ReportWarnings& warnings, std::function<bool()> goOn)
    : m_cursor(cursor)
    , m_warnings(warnings)
    , m_goOn(std::move(goOn))
    , m_parts(partsOf(cursor.size()))
    , m_valueReader(cursor, limitsFor(limits, cursor.size()), m_parts.arena.get(), m_goOn)
    , m_callReader(cursor, m_parts.calls, warnings, limits, m_goOn)
{
}

ReportParts SectionReader::read()
{
    m_parts.bytes = m_cursor.size();
    json::ObjectBuilder sections;
    std::string_view keyText;
    m_cursor.beginObject();
    while (!m_stopped && m_cursor.nextMember(keyText)) {
        const std::string key(keyText);
        const bool isBehavior = key == "behavior" && m_cursor.peek() == '{';
        sections.set(key, isBehavior ? readBehavior() : readValue(key));
    }
    m_parts.sections = sections.take();
    m_parts.calls.finish();
    return std::move(m_parts);
}

json::Value SectionReader::readBehavior()
{
    json::ObjectBuilder behavior;
    m_parts.callRanges.clear();
    m_parts.hasCalls.clear();
    std::string_view keyText;
    m_cursor.beginObject();
    while (!m_stopped && m_cursor.nextMember(keyText)) {
        const std::string key(keyText);
        const bool isProcesses = key == "processes" && m_cursor.peek() == '[';
        behavior.set(key, isProcesses ? readProcesses() : readValue("behavior." + key));
    }
    return behavior.take();
}

json::Value SectionReader::readProcesses()
{
    json::Array processes;
    m_parts.callRanges.clear();
    m_parts.hasCalls.clear();
    m_cursor.beginArray();
    while (!m_stopped && m_cursor.nextItem()) {
        m_parts.callRanges.emplace_back();
        m_parts.hasCalls.push_back(false);
        processes.push_back(m_cursor.peek() == '{' ? readProcess() : readValue("behavior.processes"));
    }
    return processes;
}

json::Value SectionReader::readProcess()
{
    json::ObjectBuilder process(m_parts.arena.get());
    std::string_view keyText;
    m_cursor.beginObject();
    while (!m_stopped && m_cursor.nextMember(keyText)) {
        const std::string key(keyText);
        if (key != "calls") {
            process.set(key, readValue("behavior.processes." + key));
        } else if (m_cursor.peek() == '[') {
            m_parts.callRanges.back() = m_callReader.read();
            m_parts.hasCalls.back() = true;
            m_stopped = m_stopped || m_callReader.stopped();
        } else {
            m_warnings.wrongType("behavior.processes", key);
            m_cursor.skip();
        }
    }
    return process.take();
}

json::Value SectionReader::readValue(std::string_view path)
{
    json::Value value = m_valueReader.read();
    m_stopped = m_stopped || m_valueReader.stopped() || !m_goOn();
    if (m_valueReader.tooDeep()) {
        m_warnings.add(std::string(path),
            QCoreApplication::translate("ReportWarning", "A value is nested too deeply and is left out."));
    }
    if (m_valueReader.tooMany()) {
        m_warnings.add(std::string(path),
            QCoreApplication::translate("ReportWarning", "The section is too long; the rest is left out."));
    }
    return value;
}

} // namespace core
