// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/archive/reportarchive.h"
#include "core/result/analysisresult.h"
#include "core/result/artifacts/artifact.h"
#include "core/result/artifacts/filenamemap.h"
#include "core/result/artifacts/namesearch.h"
#include "core/result/conversioncontext.h"

#include <QString>

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace core {

// Takes the files of an analysis out of its report ZIP, in the service's order and with its names and descriptions:
// what becomes of them is for attachArtifacts. An entry that cannot be read is warned of and left out.
class ArtifactCollector {
public:
    // `top` is the section of the analysis, to which the screenshots are added.
    ArtifactCollector(ConversionContext& context, AnalysisResult& result, Section& top);

    // The ZIP as a whole, the report's JSON, and everything else in it.
    void addArchive(ReportArchive& archive, const Thumbnailer& thumbnailer);
    // What the conversion itself has made of the report: commands and buffers cut out of API calls.
    void addExtracts();
    void addPowerShellLog();

    std::vector<Artifact> take() { return std::move(m_artifacts); }
    std::shared_ptr<const void> filesOwner() const { return m_store.owner(); }

private:
    struct Group;

    void addEntries(ReportArchive& archive, const Thumbnailer& thumbnailer);
    void addGroup(ReportArchive& archive, const Group& group);
    void addEntry(ReportArchive& archive, const Group& group, const QString& entry);
    void addDump(const Group& group, const QString& entry, StoredFile file);
    void addDroppedFile(const Group& group, const QString& entry, StoredFile file);
    void addEventLogs(ReportArchive& archive, const Group& group, const QString& entry);
    void addBody(ReportArchive& archive, const QString& entry);
    void addScreenshots(ReportArchive& archive, const Thumbnailer& thumbnailer);
    void addHollowsHunter(ReportArchive& archive);
    void addHollowsHunterFile(ReportArchive& archive, const QString& entry, std::string_view description, bool dump);

    std::optional<StoredFile> taken(ReportArchive& archive, const QString& entry);
    void add(std::string name, std::string_view description, bool toBeExtracted, StoredFile file);
    std::string named(const QString& entry) const;
    bool wantsDump(const QString& entry) const;
    void indexPayloads();
    bool isOfMainProcess(std::string_view entry) const;
    void indexProcesses();

    ConversionContext& m_context;
    AnalysisResult& m_result;
    Section& m_top;
    std::string m_taskId;
    ArtifactStore m_store;
    FileNameMap m_names;
    std::vector<QString> m_entries; // sorted
    NameSearch m_payloads; // the hashes of CAPE's payloads, and of those in which YARA found something
    NameSearch m_yaraHits;
    std::unordered_set<std::string> m_rootPids; // of the processes at the top of the tree, without harmless branches
    std::unordered_map<std::string, NameSearch> m_mainProcesses; // names by pid
    std::vector<Artifact> m_artifacts;
};

} // namespace core
