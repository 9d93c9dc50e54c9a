// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/processtable.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace ui {

namespace {

constexpr int deepestTree = 512;
constexpr std::int64_t highestSeverity = 4; // one above "high"

// Calls that change another process; their argument "ProcessId" says which.
constexpr std::array injectionApis{"WriteProcessMemory", "NtWriteVirtualMemory", "NtWow64WriteVirtualMemory64",
    "CreateRemoteThread", "CreateRemoteThreadEx", "NtCreateThread", "NtCreateThreadEx", "RtlCreateUserThread",
    "NtQueueApcThread", "NtMapViewOfSection"};
constexpr std::array processIdNames{"ProcessId", "ProcessID", "process_identifier"};

std::vector<core::StringId> knownIds(const core::ApiCallStore& calls, std::span<const char* const> texts)
{
    std::vector<core::StringId> ids;
    for (const char* text : texts) {
        if (const auto id = calls.find(text)) {
            ids.push_back(*id);
        }
    }
    return ids;
}

std::optional<std::int64_t> number(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

} // namespace

ProcessTable::ProcessTable(const core::Report& report)
{
    addMonitored(report);
    addFromTree(report.processTree(), 0);
    link();
    countCalls(report);
    countSignatures(report);
}

int ProcessTable::rowOfPid(std::int64_t pid) const
{
    const auto found = m_byPid.find(pid);
    return found == m_byPid.end() ? -1 : found->second;
}

int ProcessTable::rowOfCall(core::CallIndex call) const
{
    const auto found = std::ranges::find_if(
        m_rows, [call](const ProcessRow& row) { return call >= row.calls.first && call < row.calls.end(); });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

void ProcessTable::addMonitored(const core::Report& report)
{
    for (const core::Process& process : report.processes()) {
        ProcessRow row;
        row.pid = process.pid;
        row.parentPid = process.parentPid;
        row.name = process.name;
        row.path = process.modulePath;
        row.commandLine = process.commandLine;
        row.firstSeen = process.firstSeen;
        row.calls = process.calls;
        m_rows.push_back(std::move(row));
        if (process.pid) {
            m_byPid.try_emplace(*process.pid, int(m_rows.size()) - 1);
        }
    }
}

void ProcessTable::addFromTree(const std::vector<core::ProcessNode>& nodes, int depth)
{
    if (depth > deepestTree) {
        return;
    }
    for (const core::ProcessNode& node : nodes) {
        if (node.pid && !m_byPid.contains(*node.pid)) {
            ProcessRow row;
            row.pid = node.pid;
            row.parentPid = node.parentPid;
            row.name = node.name;
            row.path = node.modulePath;
            row.commandLine = node.commandLine;
            m_rows.push_back(std::move(row));
            m_byPid.emplace(*node.pid, int(m_rows.size()) - 1);
        }
        addFromTree(node.children, depth + 1);
    }
}

void ProcessTable::link()
{
    // A parent is taken only where following it upwards ends: so circles lose one link, and only one.
    std::vector<char> isSettled(m_rows.size(), 0);
    for (int start = 0; start < int(m_rows.size()); ++start) {
        std::vector<int> path;
        for (int row = start; row >= 0 && !isSettled[std::size_t(row)];) {
            isSettled[std::size_t(row)] = 2;
            path.push_back(row);
            const auto& parentPid = m_rows[std::size_t(row)].parentPid;
            const int parent = parentPid ? rowOfPid(*parentPid) : -1;
            const bool closesCircle = parent >= 0 && isSettled[std::size_t(parent)] == 2;
            m_rows[std::size_t(row)].parent = closesCircle ? -1 : parent;
            row = closesCircle ? -1 : parent;
        }
        for (const int row : path) {
            isSettled[std::size_t(row)] = 1;
        }
    }
    for (int row = 0; row < int(m_rows.size()); ++row) {
        const int parent = m_rows[std::size_t(row)].parent;
        std::vector<int>& siblings = parent < 0 ? m_roots : m_rows[std::size_t(parent)].children;
        m_rows[std::size_t(row)].place = int(siblings.size());
        siblings.push_back(row);
    }
}

void ProcessTable::countCalls(const core::Report& report)
{
    const core::ApiCallStore& calls = report.calls();
    const auto network = calls.find("network");
    const auto filesystem = calls.find("filesystem");
    const auto registry = calls.find("registry");
    const auto injections = knownIds(calls, injectionApis);
    const auto pidNames = knownIds(calls, processIdNames);
    for (ProcessRow& row : m_rows) {
        std::set<std::int64_t> targets;
        for (core::CallIndex call = row.calls.first; call < row.calls.end(); ++call) {
            const core::StringId category = calls.categoryId(call);
            row.badges.networkCalls += category == network;
            row.badges.fileCalls += category == filesystem;
            row.badges.registryCalls += category == registry;
            if (!std::ranges::contains(injections, calls.apiId(call))) {
                continue;
            }
            for (const core::StringId name : pidNames) {
                const auto argument = calls.findArgument(call, name);
                const auto pid = argument ? number(calls.argumentText(*argument)) : std::nullopt;
                if (pid && *pid > 0 && pid != row.pid) {
                    targets.insert(*pid);
                }
            }
        }
        row.badges.injectedInto.assign(targets.begin(), targets.end());
    }
}

void ProcessTable::countSignatures(const core::Report& report)
{
    for (const core::Signature& signature : report.signatures()) {
        std::set<int> rows;
        for (const core::json::Value& mark : signature.marks) {
            if (const core::json::Value& pid = mark["pid"]; pid.isInteger()) {
                rows.insert(rowOfPid(pid.toInteger()));
            }
        }
        for (const int row : rows) {
            if (row < 0) {
                continue;
            }
            ProcessBadges& badges = m_rows[std::size_t(row)].badges;
            ++badges.signatures;
            badges.severity
                = std::max(badges.severity, int(std::clamp<std::int64_t>(signature.severity, 0, highestSeverity)));
        }
    }
}

} // namespace ui
