// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/artifacts/artifactattacher.h"

#include "core/ioc/regex.h"

#include <limits>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace core {

namespace {

constexpr std::string_view memoryDump = "Memory Dump";
constexpr int injectionHeuristic = 1;
// Assemblyline's index keeps a file's size in 32 bits.
constexpr qint64 largestFile = std::numeric_limits<qint32>::max();

enum class InjectedPe { None, Program, Library };

InjectedPe injectedPe(const std::string& name)
{
    static const Regex program(
        R"([0-9]{1,}_hollowshunter\/hh_process_[0-9]{3,}_[0-9a-z]{3,}(\.[a-zA-Z0-9]{2,})*\.exe$)");
    static const Regex library(
        R"([0-9]{1,}_hollowshunter\/hh_process_[0-9]{3,}_[0-9a-z]{3,}(\.[a-zA-Z0-9]{2,})*\.dll$)");
    return program.matches(name) ? InjectedPe::Program : library.matches(name) ? InjectedPe::Library : InjectedPe::None;
}

// The section of injected programs, made with the first of them.
class InjectionSection {
public:
    void add(const std::string& name, InjectedPe kind)
    {
        if (!m_section) {
            m_section.emplace("HollowsHunter Injected Portable Executable");
            m_section->setHeuristic(injectionHeuristic);
            m_section->addLine("HollowsHunter dumped the following:");
        }
        m_section->addLine("\t- " + name);
        m_section->addTag("dynamic.process.file_name", name);
        m_section->heuristic()->addSignature(kind == InjectedPe::Program ? "hollowshunter_exe" : "hollowshunter_dll");
    }

    std::optional<Section> take()
    {
        if (!m_section) {
            return std::nullopt;
        }
        Section artifacts("Sandbox Artifacts");
        artifacts.setAutoCollapse(true);
        artifacts.addSubsection(*std::move(m_section));
        return artifacts;
    }

private:
    std::optional<Section> m_section;
};

// Puts files into the result, each content once in a list.
class Attacher {
public:
    explicit Attacher(AnalysisResult& result)
        : m_result(result)
        , m_extracted(hashesOf(result.extracted))
        , m_supplementary(hashesOf(result.supplementary))
    {
    }

    void attach(Artifact&& artifact, ParentRelation relation)
    {
        const bool extracted = artifact.toBeExtracted;
        const qint64 size = artifact.file.size;
        if (size == 0 || size > largestFile
            || !(extracted ? m_extracted : m_supplementary).insert(artifact.file.sha256).second) {
            return;
        }
        (extracted ? m_result.extracted : m_result.supplementary)
            .push_back({.name = std::move(artifact.name),
                .sha256 = std::move(artifact.file.sha256),
                .description = std::move(artifact.description),
                .relation = extracted ? relation : ParentRelation::Information,
                .content = std::move(artifact.file.content)});
    }

private:
    static std::unordered_set<std::string> hashesOf(const std::vector<AttachedFile>& files)
    {
        std::unordered_set<std::string> hashes;
        for (const AttachedFile& file : files) {
            hashes.insert(file.sha256);
        }
        return hashes;
    }

    AnalysisResult& m_result;
    std::unordered_set<std::string> m_extracted;
    std::unordered_set<std::string> m_supplementary;
};

} // namespace

std::optional<Section> attachArtifacts(std::vector<Artifact> artifacts, AnalysisResult& result)
{
    InjectionSection injection;
    Attacher attacher(result);
    ParentRelation relation = ParentRelation::Dynamic;
    for (Artifact& artifact : artifacts) {
        const InjectedPe kind = injectedPe(artifact.name);
        if (kind != InjectedPe::None) {
            injection.add(artifact.name, kind);
        }
        if (kind != InjectedPe::None || artifact.description == memoryDump) {
            relation = ParentRelation::Memdump;
        }
        attacher.attach(std::move(artifact), relation);
    }
    return injection.take();
}

} // namespace core
