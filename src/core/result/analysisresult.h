// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"
#include "core/result/artifacts/filecontent.h"
#include "core/result/conversionoptions.h"
#include "core/result/section.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace core {

// How an attached file came from the sample; Assemblyline writes the names in capitals.
enum class ParentRelation { Root, Extracted, Information, Dynamic, Memdump, Downloaded };
std::string_view nameOf(ParentRelation relation);

// A file that a result carries: extracted (Assemblyline analyses it) or supplementary (kept for people).
struct AttachedFile {
    std::string name;
    std::string sha256;
    std::string description;
    ParentRelation relation = ParentRelation::Extracted;
    bool isSectionImage = false;
    std::string classification{DefaultClassification};
    bool allowDynamicRecursion = false;
    FileContent content;
};

// A buffer cut out of API calls, by the name of its file.
struct CarvedBuffer {
    std::string name;
    QByteArray bytes;
};

// A payload that CAPE took out of a process: what later names the dumps.
struct CapeArtifact {
    std::string sha256;
    std::int64_t pid = 0;
};

// A converted report: what the Result page shows and what the exporters write. Never changed once made.
struct AnalysisResult {
    std::vector<Section> sections; // the top: one section for the analysis, with all others under it
    std::int64_t score = 0;
    json::Object ontology;
    json::Array capeArtifacts; // objects with sha256 and pid, in the service's order
    std::vector<std::pair<json::Value, json::Value>> mainProcesses; // pid and name, as the report has them
    std::vector<CarvedBuffer> buffers;
    QByteArray powerShellCommands; // a .ps1, empty where there is none
    QByteArray batchCommands; // a .bat, empty where there is none
    std::vector<AttachedFile> extracted;
    std::vector<AttachedFile> supplementary;
    std::shared_ptr<const void> filesOwner; // keeps the temporary files alive that the attached ones lie in
    QStringList warnings;
    SampleInfo sample;
    std::string serviceName{"CAPE"};
    std::string serviceVersion;
    std::string serviceContext;
    std::string classification{DefaultClassification};
};
using AnalysisResultPtr = std::shared_ptr<const AnalysisResult>;

} // namespace core
