// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "ui/models/processkind.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace ui {

// What is told of a process at a glance, from signatures and API calls.
struct ProcessBadges {
    int severity = 0; // the highest of the signatures that name it
    int signatures = 0;
    int networkCalls = 0;
    int fileCalls = 0;
    int registryCalls = 0;
    std::vector<std::int64_t> injectedInto; // pids of others whose memory or threads it changed
    std::vector<std::int64_t> injectedBy; // pids of others that changed it
};

// A process of the report with its place in the tree.
struct ProcessRow {
    std::optional<std::int64_t> pid;
    std::optional<std::int64_t> parentPid;
    std::string name;
    std::string path;
    std::string commandLine;
    std::string firstSeen;
    core::IndexRange calls;
    bool isMonitored = false; // else nothing is known of what it did
    ProcessBadges badges;
    ProcessKind kind = ProcessKind::Application;
    // Its place in the process tree, its image or its command line is known to be harmless, and so are all below it,
    // and nothing in the report speaks against it.
    bool isHarmless = false;
    int parent = -1; // row numbers; -1: a root
    std::vector<int> children;
    int place = 0; // among its siblings
};

// The processes of a report as a forest: those that were monitored, then those that only the process tree names. Parents
// are those of the report's tree, which knows which process had a pid that was used twice, else those of the pids. A
// process whose parent is not there is a root, and a circle of parents is cut. What would stand deeper than deepestLevel
// stands beside its parent: no view, of ours or of Qt, has to follow a chain of tens of thousands. Built once, in time
// linear in calls and processes.
class ProcessTable {
public:
    static constexpr int deepestLevel = 128;

    explicit ProcessTable(const core::Report& report);

    const std::vector<ProcessRow>& rows() const { return m_rows; }
    const std::vector<int>& roots() const { return m_roots; }
    // Of the report: where "firstSeen" lies.
    const core::RunClock& clock() const { return m_clock; }
    // The first process of that pid; -1 where there is none.
    int rowOfPid(std::int64_t pid) const;
    // The process that made the call; -1 where there is none.
    int rowOfCall(core::CallIndex call) const;

private:
    void addMonitored(const core::Report& report);
    void addFromTree(const std::vector<core::ProcessNode>& nodes);
    int rowOfNode(const core::ProcessNode& node);
    int monitoredRowOf(const core::ProcessNode& node);
    int addRow(ProcessRow row);
    int parentByPid(int row) const;
    bool isSeenBefore(int a, int b) const;
    void link();
    void limitDepth();
    void placeRows();
    void countCalls(const core::Report& report);
    void addInjections(const core::Report& report);
    void countSignatures(const core::Report& report);
    void tellKinds(const core::Report& report);
    void findHarmless();

    core::RunClock m_clock;
    std::vector<ProcessRow> m_rows;
    std::vector<int> m_roots;
    std::unordered_map<std::int64_t, std::vector<int>> m_byPid; // in the order in which they were seen
    std::vector<bool> m_isInTree; // by row: the report's process tree has it
    std::unordered_map<std::int64_t, std::size_t> m_firstOutside; // by pid: where in m_byPid the first one not in it is
};

} // namespace ui
