// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/story/story.h"

#include "demo/exchange.h"
#include "demo/story/background.h"
#include "demo/story/behaviour.h"
#include "demo/story/bodies.h"
#include "demo/story/plot.h"
#include "demo/story/screens.h"
#include "demo/story/signatures.h"
#include "demo/story/traffic.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo::story {

using core::json::Array;
using core::json::Object;
using core::json::Value;

namespace {

constexpr int Duration = 184; // seconds
constexpr double Score = 10.0;

// Everything that a story is made of, before it is written down.
struct Parts {
    const Task& task;
    QDateTime start;
    Names names;
    std::vector<Process> cast;
    std::vector<Signature> signatures;
    std::vector<Artifact> artifacts;
    Traffic traffic;
    Capture capture;
};

std::string text(const QString& value)
{
    return value.toStdString();
}

std::string analysisFolder(const Task& task)
{
    return "/opt/CAPEv2/storage/analyses/" + std::to_string(task.id) + '/';
}

Parts makeParts(const Task& task)
{
    Parts parts{task, task.started.isValid() ? task.started : task.added, namesFor(task), {}, {}, {}, {}, {}};
    parts.cast = makeCast(parts.names);
    const std::string guest = task.machine ? text(task.machine->ip) : "192.0.2.105";
    parts.traffic = makeTraffic(guest, loaderBytes());
    parts.capture = capture(parts.traffic, parts.start);
    addPlot(parts.cast, parts.names);
    addTrafficCalls(parts.cast, parts.traffic);
    for (Process& process : parts.cast) {
        addBackground(process);
        process.log.close();
    }
    parts.signatures = makeSignatures(parts.cast, parts.names);
    parts.artifacts = makeArtifacts(parts.names);
    return parts;
}

Object infoSection(const Parts& parts)
{
    const Task& task = parts.task;
    const QDateTime end = parts.start.addSecs(Duration);
    const std::string machine = task.machine ? text(task.machine->name) : std::string("win10x64");
    return {
        {"version", "2.5"},
        {"started", timeValue(parts.start)},
        {"ended", timeValue(end)},
        {"duration", Duration},
        {"id", task.id},
        {"category", task.isUrl ? "url" : "file"},
        {"custom", text(task.custom)},
        {"machine",
            Object{{"id", task.guestId}, {"status", "stopped"}, {"name", machine}, {"label", machine},
                {"platform", task.machine ? text(task.machine->platform) : std::string("windows")}, {"manager", "KVM"},
                {"started_on", timeValue(parts.start)}, {"shutdown_on", timeValue(end)}}},
        {"package", text(task.package)},
        {"timeout", false},
        {"shrike_url", nullptr},
        {"shrike_refer", nullptr},
        {"shrike_msg", nullptr},
        {"shrike_sid", nullptr},
        {"parent_id", nullptr},
        {"tlp", task.tlp ? Value(text(*task.tlp)) : Value()},
        {"parent_sample", Object{}},
        {"options", Object{}},
        {"source_url", nullptr},
        {"route", task.route.isEmpty() ? std::string("internet") : text(task.route)},
        {"user_id", 1},
        {"CAPE_current_commit", "demo"},
    };
}

Object debugSection(const Parts& parts)
{
    const auto line = [&](qint64 at, const std::string& words) {
        return logTime(parts.start, at) + " [root] INFO: " + words + '\n';
    };
    std::string log = line(300, "Date set to the analysis start, timeout set to: 200")
        + line(3900, "analyzer: starting analysis package")
        + line(4200, "Process with PID 3324 started: " + parts.cast.front().path)
        + line(44300, "Process 3120 injected by 5140: explorer.exe is monitored")
        + line(180000, "Analysis timeout hit, terminating analysis.") + line(183000, "Analysis completed.");
    return {{"log", std::move(log)}, {"errors", Array{}}};
}

Object targetSection(const Parts& parts)
{
    const Task& task = parts.task;
    if (task.isUrl) {
        return {{"category", "url"}, {"url", text(task.target)}};
    }
    if (!task.sample) {
        return {{"category", "file"}};
    }
    const std::string path = "/opt/CAPEv2/storage/binaries/" + text(task.sample->sha256);
    return {{"category", "file"}, {"file", fileRecord(*task.sample, parts.names.sampleName, path, nullptr)}};
}

const Process* processOf(const Parts& parts, const Artifact& artifact)
{
    return artifact.process ? &find(parts.cast, *artifact.process) : nullptr;
}

// "8;?path;?path;?0x400000;?": how the monitor describes what it dumped.
std::string dumpPaths(const Artifact& artifact, const Process& process)
{
    const std::string address = artifact.folder == "CAPE" ? "0x04e70000;?" : "";
    return std::to_string(artifact.capeTypeCode) + ";?" + process.path + ";?" + process.path + ";?" + address;
}

Object artifactRecord(const Parts& parts, const Artifact& artifact)
{
    const std::string hash = sha256(artifact.bytes);
    const Process* process = processOf(parts, artifact);
    const bool isDropped = artifact.folder == "files";
    const Value paths = isDropped ? Value(Array{artifact.guestPath})
        : process                 ? Value(dumpPaths(artifact, *process))
                                  : Value();
    const std::string name = isDropped ? artifact.guestPath.substr(artifact.guestPath.rfind('\\') + 1) : hash;
    Object record = fileRecord(artifact.bytes, name, analysisFolder(parts.task) + artifact.folder + '/' + hash, paths);
    record.set("cape_yara", yaraHits(artifact.yara));
    if (isDropped || !process) {
        return record;
    }
    record.append("pid", process->pid);
    record.append("process_path", process->path);
    record.append("process_name", process->name);
    record.append("module_path", process->path);
    record.append("cape_type_code", artifact.capeTypeCode);
    record.append("cape_type", artifact.capeType);
    record.append("virtual_address", "0x0000000004E70000");
    return record;
}

Array artifactsOf(const Parts& parts, const std::string& folder)
{
    Array list;
    for (const Artifact& artifact : parts.artifacts) {
        if (artifact.folder == folder) {
            list.push_back(artifactRecord(parts, artifact));
        }
    }
    return list;
}

Object configuration(const Parts& parts)
{
    const std::string c2 = "https://" + std::string(CommandHost.name) + CommandPath;
    const std::string spare = std::string(DeadHost.ip) + ':' + std::to_string(DeadHost.port);
    Object config{
        {"C2", Array{c2, spare}},
        {"Campaign", "demo-2026"},
        {"Mutex", "Global\\NetSvc-4f3a9c1e"},
        {"Key", "0123456789abcdef0123456789abcdef"},
        {"Sleep", 15},
        {"Version", "2.1"},
    };
    const auto payload = std::ranges::find_if(
        parts.artifacts, [](const Artifact& a) { return a.folder == "CAPE" && !a.yara.empty(); });
    const Sample described = describe(payload->bytes);
    Object hashes{{"md5", text(described.md5)}, {"sha1", text(described.sha1)}, {"sha256", text(described.sha256)}};
    Array associated;
    associated.push_back(std::move(hashes));
    Object entry;
    entry.append(Family, std::move(config));
    entry.append("_associated_config_hashes", std::move(associated));
    return entry;
}

Object capeSection(const Parts& parts)
{
    Array configs;
    configs.push_back(configuration(parts));
    return {{"payloads", artifactsOf(parts, "CAPE")}, {"configs", std::move(configs)}};
}

Object detection(const Parts& parts)
{
    Object detail;
    detail.append("Yara", sha256(parts.artifacts[4].bytes));
    Array details;
    details.push_back(std::move(detail));
    return {{"family", Family}, {"details", std::move(details)}};
}

Value makeReport(const Parts& parts)
{
    Array detections;
    detections.push_back(detection(parts));
    return Object{
        {"info", infoSection(parts)},
        {"debug", debugSection(parts)},
        {"signatures", signaturesSection(parts.signatures)},
        {"network", networkSection(parts.traffic, parts.capture, parts.start)},
        {"suricata", suricataSection(parts.traffic, parts.start)},
        {"curtain", curtainSection(parts.cast, parts.names)},
        {"target", targetSection(parts)},
        {"behavior", behaviourSection(parts.cast, parts.names, parts.start)},
        {"CAPE", capeSection(parts)},
        {"dropped", artifactsOf(parts, "files")},
        {"procdump", artifactsOf(parts, "procdump")},
        {"static", Object{}},
        {"statistics", Object{{"processing", Array{}}, {"signatures", Array{}}, {"reporting", Array{}}}},
        {"malscore", Score},
        {"ttps", ttpsSection(parts.signatures)},
        {"malstatus", "Malicious"},
        {"malfamily", Family},
        {"detections", std::move(detections)},
    };
}

QByteArray indexLine(const Parts& parts, const Artifact& artifact)
{
    const Process* process = processOf(parts, artifact);
    const bool isDump = process && artifact.folder != "files";
    return QByteArray::fromStdString(core::json::dump(Object{
        {"path", artifact.folder + '/' + sha256(artifact.bytes)},
        {"filepath", artifact.guestPath},
        {"pids", process ? Array{process->pid} : Array{}},
        {"ppids", Array{}},
        {"metadata", isDump ? dumpPaths(artifact, *process) : std::string()},
        {"category", artifact.folder},
    }));
}

QByteArray tlsKeys()
{
    QByteArray keys;
    Chance chance(4711);
    for (int i = 0; i < 2; ++i) {
        const auto word = [&](int bytes) {
            QByteArray out;
            for (int n = 0; n < bytes; ++n) {
                out += QByteArray::number(int(chance.below(256)) | 0x100, 16).last(2);
            }
            return out;
        };
        keys += "CLIENT_RANDOM " + word(32) + ' ' + word(48) + '\n';
    }
    return keys;
}

std::vector<ArchiveEntry> makeFiles(const Parts& parts)
{
    std::vector<ArchiveEntry> files;
    const std::vector<QByteArray> shots = screenshots();
    for (std::size_t i = 0; i < shots.size(); ++i) {
        files.push_back({u"shots/%1.jpg"_s.arg(i + 1, 4, 10, '0'_L1), shots[i]});
    }
    QByteArray index;
    for (const Artifact& artifact : parts.artifacts) {
        files.push_back({QString::fromStdString(artifact.folder + '/' + sha256(artifact.bytes)), artifact.bytes});
        if (artifact.folder != "selfextracted") {
            index += indexLine(parts, artifact) + '\n';
        }
    }
    files.push_back({u"files.json"_s, index});
    files.push_back({u"dump.pcap"_s, parts.capture.bytes});
    files.push_back({u"tlsdump/tlsdump.log"_s, tlsKeys()});
    return files;
}

ReportCounts count(const Parts& parts)
{
    ReportCounts counts;
    counts.droppedFiles = int(std::ranges::count(parts.artifacts, "files", &Artifact::folder));
    counts.processes = int(parts.cast.size());
    for (const Process& process : parts.cast) {
        counts.apiCalls += int(process.log.size());
        process.log.visit([&counts](const std::string& api, const auto&) {
            counts.filesWritten += api == "NtWriteFile";
            counts.registryKeys += api == "RegSetValueExW";
        });
    }
    counts.domains = int(parts.traffic.lookups.size());
    counts.signatures = int(parts.signatures.size());
    counts.alerts = int(std::ranges::count_if(parts.signatures, [](const Signature& s) { return s.severity >= 3; }));
    return counts;
}

} // namespace

Story tell(const Task& task)
{
    const Parts parts = makeParts(task);
    return {makeReport(parts), makeFiles(parts), count(parts)};
}

} // namespace demo::story
