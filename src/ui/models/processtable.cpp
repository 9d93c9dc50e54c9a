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
#include <tuple>

namespace ui {

namespace {

constexpr std::int64_t highestSeverity = 4; // one above "high"
constexpr std::size_t mostOfOnePid = 64; // that are looked through for a name

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

void addOnce(std::vector<std::int64_t>& pids, std::int64_t pid)
{
    if (!std::ranges::contains(pids, pid)) {
        pids.push_back(pid);
    }
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
    : m_clock(report.clock())
{
    addMonitored(report);
    addFromTree(report.processTree());
    link();
    placeRows();
    limitDepth();
    countCalls(report);
    addInjections(report);
    countSignatures(report);
    tellKinds(report);
    findHarmless();
}

int ProcessTable::rowOfPid(std::int64_t pid) const
{
    const auto found = m_byPid.find(pid);
    return found == m_byPid.end() ? -1 : found->second.front();
}

int ProcessTable::rowOfCall(core::CallIndex call) const
{
    const auto found = std::ranges::find_if(
        m_rows, [call](const ProcessRow& row) { return call >= row.calls.first && call < row.calls.end(); });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int ProcessTable::addRow(ProcessRow row)
{
    const int number = int(m_rows.size());
    if (row.pid) {
        m_byPid[*row.pid].push_back(number);
    }
    m_rows.push_back(std::move(row));
    return number;
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
        row.isMonitored = true;
        addRow(std::move(row));
    }
    m_isInTree.assign(m_rows.size(), false);
}

// Each node of the tree is a process of its own, though its pid may have been used before; the tree knows which one a
// child belongs to.
void ProcessTable::addFromTree(const std::vector<core::ProcessNode>& nodes)
{
    struct Level {
        const std::vector<core::ProcessNode>* nodes;
        std::size_t next;
        int parent;
    };
    std::vector<Level> levels{{&nodes, 0, -1}};
    while (!levels.empty()) {
        Level& level = levels.back();
        if (level.next == level.nodes->size()) {
            levels.pop_back();
            continue;
        }
        const core::ProcessNode& node = (*level.nodes)[level.next++];
        const int row = rowOfNode(node);
        m_rows[std::size_t(row)].parent = level.parent;
        levels.push_back({&node.children, 0, row});
    }
}

// The monitored process that a node of the tree stands for, or a new row.
int ProcessTable::rowOfNode(const core::ProcessNode& node)
{
    if (const int row = node.pid ? monitoredRowOf(node) : -1; row >= 0) {
        m_isInTree[std::size_t(row)] = true;
        ProcessRow& monitored = m_rows[std::size_t(row)];
        for (auto [text, other] : {std::pair(&monitored.name, &node.name), std::pair(&monitored.path, &node.modulePath),
                 std::pair(&monitored.commandLine, &node.commandLine)}) {
            if (text->empty()) {
                *text = *other;
            }
        }
        return row;
    }
    ProcessRow row;
    row.pid = node.pid;
    row.parentPid = node.parentPid;
    row.name = node.name;
    row.path = node.modulePath;
    row.commandLine = node.commandLine;
    m_isInTree.push_back(true);
    return addRow(std::move(row));
}

// Of those with its pid that are not in the tree yet, one of its name, else the first; -1: none.
int ProcessTable::monitoredRowOf(const core::ProcessNode& node)
{
    const auto same = m_byPid.find(*node.pid);
    if (same == m_byPid.end()) {
        return -1;
    }
    const std::vector<int>& rows = same->second;
    std::size_t& first = m_firstOutside[*node.pid];
    while (first < rows.size() && m_isInTree[std::size_t(rows[first])]) {
        ++first;
    }
    for (std::size_t at = first; at < std::min(rows.size(), first + mostOfOnePid); ++at) {
        const auto row = std::size_t(rows[at]);
        if (!m_isInTree[row] && isSameName(m_rows[row].name, node.name)) {
            return rows[at];
        }
    }
    return first < rows.size() ? rows[first] : -1;
}

// Those without a time come last.
bool ProcessTable::isSeenBefore(int a, int b) const
{
    const std::string& one = m_rows[std::size_t(a)].firstSeen;
    const std::string& other = m_rows[std::size_t(b)].firstSeen;
    return std::tuple(one.empty(), std::string_view(one), a) < std::tuple(other.empty(), std::string_view(other), b);
}

// Where the tree says nothing: of the processes that had the parent's pid, the last one seen before the child, else
// the first one.
int ProcessTable::parentByPid(int row) const
{
    const std::optional<std::int64_t>& pid = m_rows[std::size_t(row)].parentPid;
    const auto found = pid ? m_byPid.find(*pid) : m_byPid.end();
    if (found == m_byPid.end()) {
        return -1;
    }
    const auto after
        = std::ranges::lower_bound(found->second, row, [this](int a, int b) { return isSeenBefore(a, b); });
    return after == found->second.begin() ? found->second.front() : *std::prev(after);
}

void ProcessTable::link()
{
    for (auto& [pid, rows] : m_byPid) {
        std::ranges::sort(rows, [this](int a, int b) { return isSeenBefore(a, b); });
    }
    // A parent is taken only where following it upwards ends: so circles lose one link, and only one.
    std::vector<char> isSettled(m_rows.size(), 0);
    for (int start = 0; start < int(m_rows.size()); ++start) {
        std::vector<int> path;
        for (int row = start; row >= 0 && !isSettled[std::size_t(row)];) {
            isSettled[std::size_t(row)] = 2;
            path.push_back(row);
            const int parent
                = m_rows[std::size_t(row)].parent >= 0 ? m_rows[std::size_t(row)].parent : parentByPid(row);
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
}

void ProcessTable::addInjections(const core::Report& report)
{
    for (const core::Injection& injection : report.injections()) {
        if (const int row = rowOfPid(injection.from); row >= 0) {
            addOnce(m_rows[std::size_t(row)].badges.injectedInto, injection.to);
        } else if (const int changed = rowOfPid(injection.to); changed >= 0) {
            addOnce(m_rows[std::size_t(changed)].badges.injectedBy, injection.from);
        }
    }
    for (const ProcessRow& row : m_rows) {
        for (const std::int64_t target : row.badges.injectedInto) {
            if (const int changed = rowOfPid(target); changed >= 0 && row.pid) {
                addOnce(m_rows[std::size_t(changed)].badges.injectedBy, *row.pid);
            }
        }
    }
}

void ProcessTable::countSignatures(const core::Report& report)
{
    for (const core::Signature& signature : report.signatures()) {
        const int severity = int(std::clamp<std::int64_t>(signature.severity, 0, highestSeverity));
        for (const std::int64_t pid : signature.pids) {
            if (const int row = rowOfPid(pid); row >= 0) {
                ProcessBadges& badges = m_rows[std::size_t(row)].badges;
                ++badges.signatures;
                badges.severity = std::max(badges.severity, severity);
            }
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
