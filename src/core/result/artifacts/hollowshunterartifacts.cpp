// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/artifacts/artifactcollector.h"

#include "core/ioc/regex.h"
#include "core/result/ontology/processtree.h"

#include <algorithm>

namespace core {

namespace {

constexpr QLatin1StringView hollowsLog("hollowshunter/hh_hollowshunter_hollows.log");

QString dumpMark(const std::string& pid)
{
    return QStringLiteral("hh_process_%1_").arg(QString::fromStdString(pid));
}

bool looksLikePe(const StoredFile& file)
{
    const QByteArray start = file.start.first(std::min<qsizetype>(file.start.size(), 256));
    return start.contains("MZ") || start.contains("This program cannot be run in DOS mode");
}

} // namespace

// Processes at the top of the tree, once harmless branches are gone.
std::vector<std::string> ArtifactCollector::rootPids() const
{
    ProcessTree tree(m_context.ontology.processes(), m_context.ontology.connections());
    tree.removeSafeLeaves(m_context.safeTreeIds);
    std::vector<std::string> pids;
    for (const std::string& guid : tree.rootGuids()) {
        const OntologyProcessPtr process = m_context.ontology.processByGuid(guid);
        if (process && process->fields.pid.value_or(0) != 0) {
            pids.push_back(std::to_string(*process->fields.pid));
        }
    }
    return pids;
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
    // CAPE's monitor makes HollowsHunter dump the first process every time: that says nothing.
    const bool mainProcess = program && std::ranges::any_of(m_result.mainProcesses, [&](const auto& process) {
        return entry.contains(dumpMark(std::to_string(process.first)))
            && entry.contains(QString::fromStdString(process.second));
    });
    const std::vector<std::string> pids = rootPids();
    const bool suspect
        = std::ranges::any_of(pids, [&](const std::string& pid) { return entry.contains(dumpMark(pid)); });
    if (mainProcess || !suspect) {
        return;
    }
    auto file = taken(archive, entry);
    if (!file || ((program || entry.contains(QLatin1StringView(".dll"))) && !looksLikePe(*file))) {
        return;
    }
    add(m_taskId + '_' + entry.toStdString(), description, dump, *std::move(file));
}

} // namespace core
