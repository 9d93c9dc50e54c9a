// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/artifacts/artifactcollector.h"

#include "core/ioc/regex.h"
#include "core/json/hugepages.h"
#include "core/json/python.h"
#include "core/json/reader.h"
#include "core/report/report.h"
#include "core/result/artifacts/bytesrepr.h"
#include "core/result/artifacts/screenshots.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace core {

namespace {

// Translated sentences.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Artifacts)
};

constexpr std::string_view emptySha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
constexpr qint64 largestNameMap = qint64(64) << 20;
constexpr QLatin1StringView liteReport("reports/lite.json");
constexpr QLatin1StringView nameMap("files.json");

bool isIn(std::string_view hash, const QString& entry)
{
    return entry.contains(QLatin1StringView(hash.data(), qsizetype(hash.size())));
}

} // namespace

enum class EntryKind { Plain, EventLogs, Body, DroppedFile, Dump, DeepScanOnly };

struct ArtifactCollector::Group {
    QLatin1StringView prefix;
    std::string_view description;
    EntryKind kind = EntryKind::Plain;
};

ArtifactCollector::ArtifactCollector(ConversionContext& context, AnalysisResult& result, Section& top)
    : m_context(context)
    , m_result(result)
    , m_top(top)
    , m_taskId(std::to_string(context.options.taskId.value_or(context.report.info().id.value_or(0))))
{
}

std::optional<StoredFile> ArtifactCollector::taken(ReportArchive& archive, const QString& entry)
{
    Result<StoredFile> file = m_store.take(archive, entry);
    if (file) {
        return *std::move(file);
    }
    m_context.warnings.add(Text::tr("%1 was left out: %2").arg(entry, file.error().message));
    return std::nullopt;
}

void ArtifactCollector::add(std::string name, std::string_view description, bool toBeExtracted, StoredFile file)
{
    file.start.clear(); // read already, and memory that many large files would add up to
    m_artifacts.push_back({std::move(name), std::string(description), toBeExtracted, std::move(file)});
}

std::string ArtifactCollector::named(const QString& entry) const
{
    return m_taskId + '_' + m_names.nameOf(entry);
}

void ArtifactCollector::addArchive(ReportArchive& archive, const Thumbnailer& thumbnailer)
{
    if (const Result<StoredFile> whole = ArtifactStore::refer(archive.path())) {
        add(m_taskId + "_cape_report.zip", "CAPE Sandbox analysis report archive (zip)", false, *whole);
    }
    if (archive.contains(liteReport)) {
        if (auto report = taken(archive, liteReport)) {
            add(m_taskId + "_report.json", "CAPE Sandbox report (json)", false, *std::move(report));
        }
    }
    if (!archive.contains(nameMap)) {
        m_context.warnings.add(Text::tr("The archive has no files.json; as in Assemblyline's service, no files were "
                                        "taken out of it."));
        return;
    }
    addEntries(archive, thumbnailer);
    addExtracts();
}

void ArtifactCollector::addEntries(ReportArchive& archive, const Thumbnailer& thumbnailer)
{
    static constexpr Group groups[] = {
        {QLatin1StringView("dump.pcap"), "TCPDUMP captured during analysis"},
        {QLatin1StringView("evtx/evtx.zip"), "EVTX generated during analysis", EntryKind::EventLogs},
        {QLatin1StringView("network"), {}, EntryKind::Body},
        {QLatin1StringView("files/"), "File extracted during analysis", EntryKind::DroppedFile},
        {QLatin1StringView("sum.pcap"), "TCPDUMP captured during analysis"},
        {QLatin1StringView("CAPE"), "Memory Dump", EntryKind::Dump},
        {QLatin1StringView("procdump"), "Memory Dump", EntryKind::Dump},
        {QLatin1StringView("ETW/etw_dns.json"), "ETW monitor DNS logs"},
        {QLatin1StringView("ETW/etw_netevent.json"), "ETW monitor network event logs"},
        {QLatin1StringView("ETW/etw_proc_spoof.json"), "ETW monitor process creation logs"},
        {QLatin1StringView("ETW/wmi_etw.json"), "ETW monitor WMI logs"},
        {QLatin1StringView("macros"), "Macros found during analysis", EntryKind::DeepScanOnly},
    };
    if (auto map = taken(archive, nameMap)) {
        if (map->size <= largestNameMap) {
            m_names
                = FileNameMap::read(archive.read(nameMap, largestNameMap).value_or(QByteArray()), m_context.warnings);
        }
        add("files.json", "CAPE files mapping", false, *std::move(map));
    }
    for (const ArchiveEntry& entry : archive.entries()) {
        m_entries.push_back(entry.name);
    }
    std::ranges::sort(m_entries, {}, [](const QString& name) { return name.toUcs4(); });
    indexPayloads();
    addScreenshots(archive, thumbnailer);
    for (const Group& group : groups) {
        if (group.kind != EntryKind::DeepScanOnly || m_context.options.deepScan) {
            addGroup(archive, group);
        }
    }
    addHollowsHunter(archive);
}

void ArtifactCollector::addGroup(ReportArchive& archive, const Group& group)
{
    std::vector<QString> hits;
    std::ranges::copy_if(
        m_entries, std::back_inserter(hits), [&](const QString& e) { return e.startsWith(group.prefix); });
    const bool eventLogs = group.kind == EntryKind::EventLogs && hits.size() == 1 && hits.front() == group.prefix;
    for (const QString& entry : hits) {
        if (m_context.stop.stop_requested()) {
            return;
        }
        if (group.kind == EntryKind::Body) {
            addBody(archive, entry);
        } else if (eventLogs) {
            addEventLogs(archive, group, entry);
        } else if (!isIn(emptySha256, entry)) {
            addEntry(archive, group, entry);
        }
    }
}

void ArtifactCollector::addEntry(ReportArchive& archive, const Group& group, const QString& entry)
{
    if (group.kind == EntryKind::Dump && !wantsDump(entry)) {
        return;
    }
    auto file = taken(archive, entry);
    if (!file) {
        return;
    }
    if (group.kind == EntryKind::Dump) {
        addDump(group, entry, *std::move(file));
    } else if (group.kind == EntryKind::DroppedFile) {
        addDroppedFile(group, entry, *std::move(file));
    } else {
        add(named(entry), group.description, true, *std::move(file));
    }
}

// Without a deep scan, and where dumps are to be chosen from, only those count in which YARA found something.
bool ArtifactCollector::wantsDump(const QString& entry) const
{
    if (!m_context.options.extractCapeDumps || m_context.options.deepScan) {
        return true;
    }
    return m_yaraHits.isIn(entry.toStdString());
}

void ArtifactCollector::indexPayloads()
{
    for (std::size_t place = 0; const json::Value& payload : m_result.capeArtifacts) {
        const std::string_view hash = payload["sha256"].toString();
        if (!hash.empty()) {
            m_payloads.add(hash, place);
        }
        if (json::python::truthy(payload["is_yara_hit"])) {
            m_yaraHits.add(hash, place);
        }
        ++place;
    }
}

void ArtifactCollector::addDump(const Group& group, const QString& entry, StoredFile file)
{
    const auto payload = m_payloads.find(entry.toStdString());
    std::string name = named(entry);
    if (payload && json::python::truthy(m_result.capeArtifacts[*payload]["pid"])) {
        name = m_taskId + '_' + json::python::str(m_result.capeArtifacts[*payload]["pid"]) + '_' + m_names.nameOf(entry);
    }
    add(std::move(name), group.description, true, std::move(file));
}

// Most of what a guest writes is of no use to anyone: the type decides.
void ArtifactCollector::addDroppedFile(const Group& group, const QString& entry, StoredFile file)
{
    static const Regex unpackedByCape(R"(^[\w,\s-]+-[A-Fa-f0-9]{64}$)");
    const std::string type = typeOf(file);
    const bool sampleIsPage = m_context.options.sample && m_context.options.sample->type == "code/html";
    if (type == "unknown" || (type == "document/office/recoverystore" && sampleIsPage)) {
        return;
    }
    const std::string guestName = m_names.nameOf(entry);
    if (unpackedByCape.contains(guestName)) {
        add("src_" + m_taskId + '_' + guestName, group.description, true, std::move(file));
    } else {
        add(m_taskId + '_' + guestName, group.description, type != "text/plain", std::move(file));
    }
}

void ArtifactCollector::addEventLogs(ReportArchive& archive, const Group& group, const QString& entry)
{
    Result<ReportArchive> logs
        = m_store.innerArchive(archive, entry).and_then([](const QString& path) { return ReportArchive::open(path); });
    if (!logs) {
        m_context.warnings.add(Text::tr("%1 was left out: %2").arg(entry, logs.error().message));
        return;
    }
    for (const ArchiveEntry& log : logs->entries()) {
        if (auto file = taken(*logs, log.name)) {
            add(named(log.name), group.description, true, *std::move(file));
        }
    }
}

void ArtifactCollector::addBody(ReportArchive& archive, const QString& entry)
{
    static constexpr qsizetype shown = 256;
    const std::string path = entry.toStdString();
    const NetworkHttpPtr http = m_context.ontology.httpByPath(path);
    const auto file = http ? taken(archive, entry) : std::nullopt;
    if (!file || file->size == 0) {
        return;
    }
    json::Value& body = http->requestBodyPath == path ? http->requestBody : http->responseBody;
    body = bytesRepr(file->start.first(std::min(file->start.size(), shown)));
}

void ArtifactCollector::addScreenshots(ReportArchive& archive, const Thumbnailer& thumbnailer)
{
    Screenshots shots(m_result, thumbnailer);
    for (const QString& entry : m_entries) {
        if (!entry.startsWith(QLatin1StringView("shots")) || entry.contains(QLatin1StringView("_small"))
            || isIn(emptySha256, entry)) {
            continue;
        }
        if (const auto file = taken(archive, entry)) {
            shots.add(named(entry), "Screenshot captured during analysis", *file);
        }
    }
    if (std::optional<Section> section = shots.section(m_taskId)) {
        m_top.addSubsection(*std::move(section));
    }
}

void ArtifactCollector::addExtracts()
{
    if (!m_result.powerShellCommands.isEmpty()) {
        add("commands.ps1", "Extract PowerShell commands", true, ArtifactStore::keep(m_result.powerShellCommands));
    }
    if (!m_result.batchCommands.isEmpty()) {
        add("commands.bat", "Extract Batch commands", true, ArtifactStore::keep(m_result.batchCommands));
    }
    for (const CarvedBuffer& buffer : m_result.buffers) {
        add(buffer.name, "PEs extracted from Windows API buffers", true, ArtifactStore::keep(buffer.bytes));
    }
}

void ArtifactCollector::addPowerShellLog()
{
    const auto section = std::ranges::find(m_top.subsections(), "PowerShell Activity", &Section::title);
    if (section == m_top.subsections().end()) {
        return;
    }
    qsizetype size = 0;
    for (const json::Value& row : section->rows()) {
        size += qsizetype(row["original"].toString().size()) + 1;
    }
    QByteArray log;
    log.reserve(size);
    adviseHugePages(log.data(), std::size_t(size));
    for (const json::Value& row : section->rows()) {
        log += QByteArrayView(row["original"].toString());
        log += '\n';
    }
    add(m_taskId + "_powershell_logging.ps1", "Deobfuscated PowerShell log from CAPE analysis", false,
        ArtifactStore::keep(log));
}

} // namespace core
