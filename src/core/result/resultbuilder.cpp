// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/resultbuilder.h"

#include "core/ioc/regex.h"
#include "core/ioc/safelist.h"
#include "core/json/python.h"
#include "core/reference/processtrees.h"
#include "core/report/report.h"
#include "core/result/artifacts/artifactattacher.h"
#include "core/result/artifacts/artifactcollector.h"
#include "core/result/buffersbuilder.h"
#include "core/result/commands.h"
#include "core/result/configsbuilder.h"
#include "core/result/conversioncontext.h"
#include "core/result/etwevents.h"
#include "core/result/hollowshunterbuilder.h"
#include "core/result/infobuilder.h"
#include "core/result/networkbuilder.h"
#include "core/result/networkmap.h"
#include "core/result/ontology/processtree.h"
#include "core/result/powershellbuilder.h"
#include "core/result/processesbuilder.h"
#include "core/result/processmap.h"
#include "core/result/sandboxevents.h"
#include "core/result/signaturesbuilder.h"
#include "core/result/sysmonevents.h"

#include <QCoreApplication>
#include <QStringList>

#include <ranges>

namespace core {

namespace {

constexpr int ProcessingFailure = 404; // the heuristic

// The tree ids of harmless process trees: the service's own and those of the options.
std::unordered_set<std::string> safeTreeIds(const ConversionOptions& options)
{
    std::unordered_set<std::string> ids;
    for (const reference::SafeProcessTree& tree : reference::safeProcessTrees()) {
        ids.emplace(tree.id);
    }
    for (const std::string& tree : options.processTreeSafelist) {
        if (!ids.contains(tree)) {
            ids.insert(treeIdOf(tree));
        }
    }
    return ids;
}

SampleInfo sampleOf(const Report& report, const ConversionOptions& options)
{
    if (options.sample) {
        return *options.sample;
    }
    const FileInfo& file = report.target().file;
    SampleInfo sample;
    sample.name = file.name;
    sample.sha256 = file.sha256;
    sample.md5 = file.md5;
    sample.sha1 = file.sha1;
    sample.size = file.size.value_or(0);
    return sample;
}

std::int64_t scoreOf(const Section& section)
{
    std::int64_t score = section.heuristic() ? section.heuristic()->score() : 0;
    for (const Section& subsection : section.subsections()) {
        score += scoreOf(subsection);
    }
    return score;
}

// A report ZIP that is converted along with its report.
struct ZipSource {
    ReportArchive& archive;
    const Thumbnailer& thumbnailer;
    bool hasReport = false;
};

// One conversion: calls one builder a topic, in the order of the service.
class Conversion {
public:
    Conversion(ConversionContext& context, AnalysisResult& result, const ZipSource* zip = nullptr)
        : m_context(context)
        , m_result(result)
        , m_zip(zip)
        , m_top(context.options.parentTitle)
    {
    }

    bool run()
    {
        if (m_zip && !m_zip->hasReport) {
            addMissingReport();
        } else if (!addReport()) {
            return false;
        }
        addArtifacts();
        finish();
        return !m_context.stop.stop_requested();
    }

private:
    void addMissingReport()
    {
        Section missing("The CAPE JSON Report Is Missing!");
        missing.addLine("Please alert your CAPE administrators.");
        m_top.addSubsection(std::move(missing));
        m_top.setHeuristic(ProcessingFailure).addSignature("Missing Json", 0);
    }

    // Everything that the report says; false when stopped.
    bool addReport()
    {
        addAnalysis();
        m_processes = ProcessMap::read(m_context);
        m_sysmon = SysmonEvents::read(m_context);
        m_etw = EtwEvents::readFolder(m_context.taskFolder, m_context.warnings);
        if (m_context.stop.stop_requested()) {
            return false;
        }
        addBehavior();
        if (m_context.ontology.sandbox() && !addActivity()) {
            return false;
        }
        addObservations();
        infobuilder::setMachine(m_context);
        m_processes = {}; // what follows needs none of them, and each may be large
        m_sysmon = {};
        m_etw = {};
        return !m_context.stop.stop_requested();
    }

    void addAnalysis()
    {
        m_context.machine = infobuilder::findMachine(m_context.report, m_context.options);
        if (m_context.machine && m_context.options.showMachine) {
            m_top.addSubsection(infobuilder::machineSection(*m_context.machine));
        }
        infobuilder::addInformation(m_context, m_top);
        infobuilder::addErrors(m_context, m_top);
    }

    void addBehavior()
    {
        infobuilder::addDidNotExecute(m_context, m_top);
        m_result.mainProcesses = infobuilder::mainProcesses(m_context);
    }

    // Processes, network and signatures; false when stopped. The ontology needs the analysis information for all three.
    bool addActivity()
    {
        const Sandbox& sandbox = *m_context.ontology.sandbox();
        SandboxEvents events(json::Object{
            {"analysis_metadata", sandbox.analysisMetadata()},
            {"sandbox_name", sandbox.name},
            {"sandbox_version", sandbox.version},
        });
        std::optional<NetworkMap> network = mapNetwork(m_context, m_processes, m_sysmon, m_etw);
        auto signatures = mapSignatures(m_context.report.section("signatures"), m_context.warnings);
        processesbuilder::addProcesses(m_context, m_processes, m_sysmon, m_etw, events);
        if (m_context.stop.stop_requested()) {
            return false;
        }
        std::optional<Section> networkSection = networkbuilder::buildNetwork(m_context, *network, m_processes, events);
        std::optional<Section> signaturesSection
            = signaturesbuilder::buildSignatures(m_context, signatures, m_processes, events);
        network.reset(); // both may be large, and the body that comes now is, too
        signatures = {};
        if (m_context.stop.stop_requested()) {
            return false;
        }
        m_top.addSubsection(processesbuilder::processesSection(m_context, events));
        for (std::optional<Section>* section : {&networkSection, &signaturesSection}) {
            if (*section) {
                m_top.addSubsection(std::move(**section));
            }
        }
        return true;
    }

    // What auxiliary modules, API calls and CAPE itself saw.
    void addObservations()
    {
        ExtractedCommands commands = extractCommands(m_sysmon);
        m_result.powerShellCommands = std::move(commands.powershell);
        m_result.batchCommands = std::move(commands.batch);
        powershellbuilder::addActivity(m_context, m_processes, m_top);
        hollowshunterbuilder::addAnalysis(m_context, m_processes, m_top);
        m_result.buffers = buffersbuilder::addBuffers(m_context, m_processes, m_top);
        configsbuilder::addConfigs(m_context, m_top);
        m_result.capeArtifacts = configsbuilder::capeArtifacts(m_context);
    }

    void addArtifacts()
    {
        ArtifactCollector collector(m_context, m_result, m_top);
        if (m_zip) {
            collector.addArchive(m_zip->archive, m_zip->thumbnailer);
        } else {
            collector.addExtracts();
        }
        collector.addPowerShellLog();
        m_artifactSection = attachArtifacts(collector.take(), m_result);
        m_result.filesOwner = collector.filesOwner();
    }

    void finish()
    {
        warnOfDepth(m_context.ontology.finish(m_context.safeTreeIds));
        // The service drops a ZIP's empty section.
        if (!m_zip || !m_top.subsections().empty()) {
            m_result.sections.push_back(std::move(m_top));
        }
        if (m_artifactSection) {
            m_result.sections.push_back(*std::move(m_artifactSection));
        }
        for (const Section& section : m_result.sections) {
            m_result.score += scoreOf(section);
        }
        m_result.ontology = m_context.ontology.takeJson();
        m_result.sample = sampleOf(m_context.report, m_context.options);
        warnOfLimits();
        m_result.warnings = m_context.warnings.list();
    }

    void warnOfDepth(const std::vector<OntologyProcessPtr>& processes)
    {
        constexpr std::size_t mostNamed = 20;
        if (processes.empty()) {
            return;
        }
        QStringList pids;
        for (const OntologyProcessPtr& process : processes | std::views::take(mostNamed)) {
            pids.append(QString::fromStdString(json::python::str(process->fields.pid)));
        }
        if (processes.size() > mostNamed) {
            pids.append(QStringLiteral("…"));
        }
        m_context.warnings.add(QCoreApplication::translate("ResultBuilder",
            "%n process(es) are missing from the ontology, because they stand deeper in the process tree than Assemblyline "
            "follows it: %1",
            nullptr, int(processes.size()))
                .arg(pids.join(QStringLiteral(", "))));
    }

    // A text made to keep a pattern busy is given up, and then looks as if it held nothing.
    void warnOfLimits()
    {
        const auto hits = int(Regex::limitHits() - m_limitHits);
        if (hits > 0) {
            m_context.warnings.add(QCoreApplication::translate("ResultBuilder",
                "%n search(es) for indicators took too long and were given up. What those texts hold may be missing.",
                nullptr, hits));
        }
    }

    ConversionContext& m_context;
    AnalysisResult& m_result;
    const std::uint64_t m_limitHits = Regex::limitHits();
    const ZipSource* m_zip;
    Section m_top;
    std::optional<Section> m_artifactSection;
    ProcessMap m_processes;
    SysmonEvents m_sysmon;
    EtwEvents m_etw;
};

Result<AnalysisResultPtr> convert(const Report& report, const ConversionOptions& options, const QString& taskFolder,
    const ZipSource* zip, std::stop_token stop)
{
    Safelist safelist = options.safelist.value_or(Safelist::system());
    Ontology ontology;
    Warnings warnings;
    if (options.safelistRandomIp) {
        safelist.addRandomIpRange(options.randomIpRange);
    }
    ConversionContext context{
        report, options, safelist, ontology, warnings, stop, safeTreeIds(options), {}, taskFolder};
    auto result = std::make_shared<AnalysisResult>();
    if (!Conversion(context, *result, zip).run()) {
        return std::unexpected(Error{
            ErrorCode::Cancelled, QCoreApplication::translate("ResultBuilder", "The conversion was stopped."), {}});
    }
    return AnalysisResultPtr(std::move(result));
}

} // namespace

Result<AnalysisResultPtr> buildResult(
    const Report& report, const ConversionOptions& options, const QString& taskFolder, std::stop_token stop)
{
    return convert(report, options, taskFolder, nullptr, stop);
}

// The event traces of a ZIP are files of the analysis, but the service does not read them.
Result<AnalysisResultPtr> buildResult(const Report* report, ReportArchive& archive, const ConversionOptions& options,
    const Thumbnailer& thumbnailer, std::stop_token stop)
{
    const ZipSource zip{archive, thumbnailer, report != nullptr};
    return report ? convert(*report, options, {}, &zip, stop) : convert(Report(ReportParts()), options, {}, &zip, stop);
}

} // namespace core
