// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/artifacts/artifactcollector.h"

#include "core/ioc/regex.h"
#include "core/json/python.h"
#include "core/result/ontology/processtree.h"

#include <algorithm>

namespace core {

namespace {

constexpr QLatin1StringView hollowsLog("hollowshunter/hh_hollowshunter_hollows.log");

// Whether the entry's name holds "hh_process_" + pid + "_" for one of the pids that `isWanted` takes.
template <typename Predicate>
bool namesProcess(std::string_view entry, Predicate isWanted)
{
    constexpr std::string_view mark = "hh_process_";
    for (std::size_t at = entry.find(mark); at != std::string_view::npos; at = entry.find(mark, at + 1)) {
        const std::size_t start = at + mark.size();
        for (std::size_t end = entry.find('_', start); end != std::string_view::npos; end = entry.find('_', end + 1)) {
            if (isWanted(std::string(entry.substr(start, end - start)))) {
                return true;
            }
        }
    }
    return false;
}

bool looksLikePe(const StoredFile& file)
{
    const QByteArray start = file.start.first(std::min<qsizetype>(file.start.size(), 256));
    return start.contains("MZ") || start.contains("This program cannot be run in DOS mode");
}

} // namespace

void ArtifactCollector::indexProcesses()
{
    ProcessTree tree(m_context.ontology.processes(), m_context.ontology.connections());
    tree.removeSafeLeaves(m_context.safeTreeIds);
    for (const std::string& guid : tree.rootGuids()) {
        const OntologyProcessPtr process = m_context.ontology.processByGuid(guid);
        if (process && json::python::truthy(process->fields.pid)) {
            m_rootPids.insert(json::python::str(process->fields.pid));
        }
    }
    for (const auto& [pid, name] : m_result.mainProcesses) {
        m_mainProcesses[json::python::str(pid)].add(name.toString(), 0);
    }
}

// CAPE's monitor makes HollowsHunter dump the first process every time: that says nothing.
bool ArtifactCollector::isOfMainProcess(std::string_view entry) const
{
    return namesProcess(entry, [&](const std::string& pid) {
        const auto process = m_mainProcesses.find(pid);
        return process != m_mainProcesses.end() && process->second.isIn(entry);
    });
}

void ArtifactCollector::addHollowsHunter(ReportArchive& archive)
{
    static const Regex report(R"(hollowshunter\/hh_process_[0-9]{3,}_(dump|scan)_report\.json$)");
    static const Regex dump(R"(hollowshunter\/hh_process_[0-9]{3,}_[a-zA-Z0-9]*(\.*[a-zA-Z0-9]+)+\.(exe|shc|dll)$)");
    if (archive.contains(hollowsLog)) {
        if (auto log = taken(archive, hollowsLog)) {
            add(m_taskId + "_hollows.log", "HollowsHunter trace", false, *std::move(log));
        }
    }
    indexProcesses();
    for (const bool dumps : {false, true}) {
        const Regex& pattern = dumps ? dump : report;
        for (const ArchiveEntry& entry : archive.entries()) {
            if (pattern.matches(entry.name.toStdString())) {
                addHollowsHunterFile(archive, entry.name, dumps ? "Memory Dump" : "HollowsHunter report (json)", dumps);
            }
        }
    }
}

void ArtifactCollector::addHollowsHunterFile(
    ReportArchive& archive, const QString& entry, std::string_view description, bool dump)
{
    const bool program = entry.contains(QLatin1StringView(".exe"));
    const std::string name = entry.toStdString();
    const bool isSuspect = namesProcess(name, [&](const std::string& pid) { return m_rootPids.contains(pid); });
    if (!isSuspect || (program && isOfMainProcess(name))) {
        return;
    }
    auto file = taken(archive, entry);
    if (!file || ((program || entry.contains(QLatin1StringView(".dll"))) && !looksLikePe(*file))) {
        return;
    }
    add(m_taskId + '_' + entry.toStdString(), description, dump, *std::move(file));
}

} // namespace core
