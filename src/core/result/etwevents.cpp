// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/etwevents.h"

#include "core/ioc/netvalidation.h"
#include "core/ioc/regex.h"
#include "core/json/python.h"
#include "core/json/reader.h"
#include "core/result/fieldwarning.h"
#include "core/result/isotime.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace core {

namespace {

constexpr qint64 LargestFile = 64 * 1024 * 1024;
constexpr json::ReadLimits lineLimits{.depth = 16, .values = 10'000, .bytes = 1024 * 1024};
// Windows counts 100 ns from 1601.
constexpr long double TicksPerSecond = 10'000'000;
constexpr double SecondsFrom1601 = 11'644'473'600;

// TCP: request to connect, connection complete. UDP: messages sent, messages received.
constexpr std::int64_t tcpEvents[] = {1002, 1033};
constexpr std::int64_t udpEvents[] = {1169, 1170};

// The service's idea of a port. It takes most ports that do not have five digits for an empty one.
constexpr std::string_view portText = "((?:6553[0-5])|(?:655[0-2][0-9])|(?:65[0-4][0-9]{2})|(?:6[0-4][0-9]{3})|(?:[1-5]"
                                      "[0-9]{4})|(?:[0-5]{0,5})|(?:[0-9]{1,4}))";

const Regex& tcpAddressPattern()
{
    static const Regex pattern("^(" + std::string(patterns::ipText()) + "):" + std::string(portText));
    return pattern;
}

const Regex& udpAddressPattern()
{
    static const Regex pattern("^\\[::ffff:(" + std::string(patterns::ipText()) + "|0:0).*:" + std::string(portText));
    return pattern;
}

QByteArray readFile(const QString& path, Warnings& warnings)
{
    QFile file(path);
    if (file.size() > LargestFile) {
        warnings.add(
            QCoreApplication::translate("Conversion", "%1 is larger than 64 MiB; what lies beyond was left out.")
                .arg(QFileInfo(path).fileName()));
    }
    const QByteArray lines = file.open(QIODevice::ReadOnly) ? file.read(LargestFile) : QByteArray();
    if (file.error() != QFile::NoError) {
        warnings.add(QCoreApplication::translate("Conversion", "%1 could not be read to its end: %2")
                         .arg(QFileInfo(path).fileName(), file.errorString()));
    }
    return lines;
}

// The line as JSON: a dict as Python prints it becomes JSON by the service's crude replacements.
json::Value readLine(std::string_view line)
{
    QByteArray text(line.data(), qsizetype(line.size()));
    text.replace('\'', '"').replace("None", "\"Null\"");
    auto value = json::parse(text, lineLimits);
    return value && value->isObject() ? std::move(*value) : json::Value();
}

template <typename Visitor>
void forEachEvent(std::string_view lines, Visitor visit)
{
    for (std::size_t start = 0; start < lines.size();) {
        const std::size_t end = std::min(lines.find('\n', start), lines.size());
        const json::Value event = readLine(lines.substr(start, end - start));
        if (event.size() > 0) {
            visit(event);
        }
        start = end + 1;
    }
}

std::optional<std::string> timeOf(const json::Value& ticks)
{
    double seconds = 0;
    if (ticks.isInteger() && ticks.toInteger() >= 0) {
        seconds = double(static_cast<long double>(ticks.toInteger()) / TicksPerSecond);
    } else if (ticks.toDouble() > 0) {
        seconds = ticks.toDouble() / double(TicksPerSecond);
    } else {
        return std::nullopt;
    }
    // Rounded before the years to 1970 are taken away: the service adds the span to 1601.
    const auto span = microseconds(seconds);
    const EpochMicroseconds years = EpochMicroseconds(SecondsFrom1601) * 1'000'000;
    return span ? std::optional(formatTime(*span - years)) : std::nullopt;
}

} // namespace

EtwEvents EtwEvents::readFolder(const QString& taskFolder, Warnings& warnings)
{
    EtwEvents events;
    if (taskFolder.isEmpty()) {
        return events;
    }
    const QDir folder(QDir(taskFolder).filePath(QStringLiteral("ETW")));
    const auto read = [&](const QString& name, void (EtwEvents::*take)(std::string_view, Warnings&)) {
        const QFileInfo file(folder.filePath(name));
        if (!file.isFile() || file.isSymLink()) {
            return;
        }
        const QByteArray lines = readFile(file.filePath(), warnings);
        (events.*take)({lines.constData(), std::size_t(lines.size())}, warnings);
    };
    read(QStringLiteral("etw_dns.json"), &EtwEvents::readDns);
    read(QStringLiteral("etw_netevent.json"), &EtwEvents::readNetwork);
    read(QStringLiteral("etw_proc_spoof.json"), &EtwEvents::readProcesses);
    return events;
}

void EtwEvents::readDns(std::string_view lines, Warnings& warnings)
{
    m_isPresent = true;
    forEachEvent(lines, [&](const json::Value& event) { addDns(event, warnings); });
}

void EtwEvents::readNetwork(std::string_view lines, Warnings& warnings)
{
    m_isPresent = true;
    forEachEvent(lines, [&](const json::Value& event) { addConnection(event, warnings); });
}

void EtwEvents::readProcesses(std::string_view lines, Warnings& warnings)
{
    m_isPresent = true;
    forEachEvent(lines, [&](const json::Value& event) { addProcess(event, warnings); });
}

void EtwEvents::addDns(const json::Value& event, Warnings& warnings)
{
    const json::Value& type = event["QueryType"];
    const json::Value& name = event["QueryName"];
    const bool isQuery = type == json::Value("Query");
    if (!isQuery && type != json::Value("Response")) {
        return;
    }
    if (!name.isString()) {
        warnOfField(warnings, "ETW/etw_dns.json: QueryName");
        return;
    }
    const auto place = m_placesOfDns.find(std::string(name.toString()));
    EtwDnsQuery* known = place == m_placesOfDns.end() ? nullptr : &m_dns[place->second];
    if (!isQuery) {
        if (known && json::python::truthy(event["QueryResults"])) {
            known->responses.push_back(event["QueryResults"]);
        }
    } else if (!known) {
        m_placesOfDns.emplace(name.toString(), m_dns.size());
        m_dns.push_back({std::string(name.toString()), {event["ProcessId"]}, event["DNS Server"], {}});
        m_pidsOfDns.push_back({event["ProcessId"]});
    } else if (m_pidsOfDns[place->second].insert(event["ProcessId"]).second) {
        known->pids.push_back(event["ProcessId"]);
    }
}

void EtwEvents::addConnection(const json::Value& event, Warnings& warnings)
{
    const json::Value& id = event["EventHeader"]["EventDescriptor"]["Id"];
    const auto isId = [&](std::int64_t known) { return id == json::Value(known); };
    const bool isTcp = std::ranges::any_of(tcpEvents, isId);
    if (!isTcp && !std::ranges::any_of(udpEvents, isId)) {
        return;
    }
    const Regex& pattern = isTcp ? tcpAddressPattern() : udpAddressPattern();
    const auto source = pattern.match(event[isTcp ? "LocalAddress" : "LocalSockAddr"].toString());
    const auto destination = pattern.match(event[isTcp ? "RemoteAddress" : "RemoteSockAddr"].toString());
    if (!source || !destination) {
        return;
    }
    const auto time = timeOf(event["EventHeader"]["TimeStamp"]);
    if (!time) {
        warnOfField(warnings, "ETW/etw_netevent.json: EventHeader.TimeStamp");
        return;
    }
    const auto address = [](const Regex::Match& match) {
        return match.group(1) == "0:0" ? std::string("127.0.0.1") : std::string(match.group(1));
    };
    const json::Value& pid = event["EventHeader"]["ProcessId"];
    const auto [place, isNew] = m_placesOfNetwork.try_emplace(pid, m_network.size());
    if (isNew) {
        m_network.emplace_back(pid, std::vector<EtwConnection>());
    }
    m_network[place->second].second.push_back({*time, json::python::str(event["Task Name"]), address(*source),
        std::string(source->group(2)), address(*destination), std::string(destination->group(2))});
}

void EtwEvents::addProcess(const json::Value& event, Warnings& warnings)
{
    constexpr std::int64_t ProcessStart = 1;
    if (event["EventHeader"]["EventDescriptor"]["Id"] != json::Value(ProcessStart)) {
        return;
    }
    const json::Value* pid = event.find("ProcessID");
    if (!pid || pid->isArray() || pid->isObject()) {
        warnOfField(warnings, "ETW/etw_proc_spoof.json: ProcessID");
        return;
    }
    if (!m_placesOfProcesses.try_emplace(*pid, m_processes.size()).second) {
        return;
    }
    m_processes.push_back(
        {*pid, event["ParentProcessID"], event["EventHeader"]["ProcessId"], event["ImageName"]});
}

const EtwProcessStart* EtwEvents::process(const json::Value& pid) const
{
    const auto place = m_placesOfProcesses.find(pid);
    return place == m_placesOfProcesses.end() ? nullptr : &m_processes[place->second];
}

} // namespace core
