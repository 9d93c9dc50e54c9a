// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/processtable.h"

#include "core/ioc/safelist.h"
#include "core/reference/processtrees.h"
#include "core/result/ontology/objectid.h"
#include "core/result/ontology/processtree.h"

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

// File names of Windows match without regard to case.
bool isSameName(std::string_view a, std::string_view b)
{
    return QString::fromUtf8(a.data(), qsizetype(a.size()))
               .compare(QString::fromUtf8(b.data(), qsizetype(b.size())), Qt::CaseInsensitive)
        == 0;
}

bool isSafelisted(const ProcessRow& row, const std::string& tree)
{
    static const core::Safelist safelist = core::Safelist::system();
    return (!row.path.empty() && !tree.empty() && core::reference::isSafeTreeId(core::treeIdOf(tree)))
        || (!row.commandLine.empty() && safelist.isTagSafelisted(row.commandLine, "dynamic.process.command_line"))
        || (!row.path.empty() && safelist.isTagSafelisted(row.path, "dynamic.process.file_name"));
}

} // namespace

ProcessTable::ProcessTable(const core::Report& report)
{
    addMonitored(report);
    addFromTree(report.processTree(), 0);
    link();
    placeRows();
    limitDepth();
    countCalls(report);
    countSignatures(report);
    tellKinds(report);
    findHarmless();
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
}

void ProcessTable::placeRows()
{
    m_roots.clear();
    for (ProcessRow& row : m_rows) {
        row.children.clear();
    }
    for (int row = 0; row < int(m_rows.size()); ++row) {
        const int parent = m_rows[std::size_t(row)].parent;
        std::vector<int>& siblings = parent < 0 ? m_roots : m_rows[std::size_t(parent)].children;
        m_rows[std::size_t(row)].place = int(siblings.size());
        siblings.push_back(row);
    }
}

void ProcessTable::limitDepth()
{
    std::vector<int> order = m_roots; // parents before children
    std::vector<int> levels(m_rows.size(), 1);
    bool isTooDeep = false;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto row = std::size_t(order[i]);
        for (const int child : m_rows[row].children) {
            const bool isDeepest = levels[row] == deepestLevel;
            levels[std::size_t(child)] = isDeepest ? deepestLevel : levels[row] + 1;
            if (isDeepest) {
                m_rows[std::size_t(child)].parent = m_rows[row].parent;
                isTooDeep = true;
            }
            order.push_back(child);
        }
    }
    if (isTooDeep) {
        placeRows();
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
    for (const ProcessRow& row : m_rows) {
        for (const std::int64_t target : row.badges.injectedInto) {
            if (const int changed = rowOfPid(target); changed >= 0 && row.pid) {
                m_rows[std::size_t(changed)].badges.injectedBy.push_back(*row.pid);
            }
        }
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

void ProcessTable::tellKinds(const core::Report& report)
{
    const std::string& sample = report.target().file.name;
    for (ProcessRow& row : m_rows) {
        if (!sample.empty() && isSameName(row.name, sample)) {
            row.kind = ProcessKind::Sample;
        } else if (!row.badges.injectedBy.empty()) {
            row.kind = ProcessKind::Injected;
        } else {
            row.kind = processKindOf(row.name);
        }
    }
}

void ProcessTable::findHarmless()
{
    // Parents before children, then back: a process is harmless only with everything below it.
    std::vector<int> order = m_roots;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::vector<int>& children = m_rows[std::size_t(order[i])].children;
        order.insert(order.end(), children.begin(), children.end());
    }
    std::vector<std::string> trees(m_rows.size());
    std::vector<int> depths(m_rows.size(), 1);
    for (const int at : order) {
        ProcessRow& row = m_rows[std::size_t(at)];
        const std::string tag = core::normalizedImagePath(row.path);
        if (row.parent < 0) {
            trees[std::size_t(at)] = tag;
        } else {
            depths[std::size_t(at)] = depths[std::size_t(row.parent)] + 1;
            // No known tree is as deep; a chain without end must not make texts without end.
            if (depths[std::size_t(at)] <= core::reference::processTreeDepthLimit()) {
                trees[std::size_t(at)] = trees[std::size_t(row.parent)] + "|" + tag;
            }
        }
        const bool isSuspicious
            = row.kind == ProcessKind::Sample || row.badges.signatures > 0 || !row.badges.injectedBy.empty();
        row.isHarmless = !isSuspicious && isSafelisted(row, trees[std::size_t(at)]);
    }
    for (auto at = order.rbegin(); at != order.rend(); ++at) {
        const ProcessRow& row = m_rows[std::size_t(*at)];
        if (!row.isHarmless && row.parent >= 0) {
            m_rows[std::size_t(row.parent)].isHarmless = false;
        }
    }
}

} // namespace ui
