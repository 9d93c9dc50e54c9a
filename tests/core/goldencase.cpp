// SPDX-License-Identifier: GPL-3.0-or-later
#include "goldencase.h"

#include "goldencompare.h"

#include "core/archive/reportarchive.h"
#include "core/json/reader.h"
#include "core/report/reportparser.h"
#include "core/report/reportreader.h"
#include "core/result/resultbuilder.h"
#include "core/result/resultwriter.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <set>
#include <tuple>

using namespace core;

namespace test {

namespace {

// The file, or the unpacked twin of its .gz.
QByteArray contents(const QString& path)
{
    if (QFile file(path); file.open(QIODevice::ReadOnly)) {
        return file.readAll();
    }
    const auto text = ReportReader::readText(path + QStringLiteral(".gz"));
    return text ? QByteArray(text->view().data(), qsizetype(text->view().size())) : QByteArray();
}

AnalysisResultPtr converted(const QString& folder)
{
    const QString plain = folder + QStringLiteral("/reports/lite.json");
    const auto options = ConversionOptions::fromJson(contents(folder + QStringLiteral("/args.json")));
    const auto report = ReportReader::read(QFile::exists(plain) ? plain : plain + QStringLiteral(".gz"));
    return options && report ? buildResult(**report, *options, folder).value_or(nullptr) : nullptr;
}

json::Value bufferNamesOf(const AnalysisResult& result)
{
    std::set<std::string> names;
    for (const CarvedBuffer& buffer : result.buffers) {
        names.insert(buffer.name);
    }
    return json::Array(names.begin(), names.end());
}

json::Value mainProcessesOf(const AnalysisResult& result)
{
    json::Array processes;
    for (const auto& [pid, name] : result.mainProcesses) {
        processes.emplace_back(json::Array{pid, name});
    }
    return processes;
}

// What the service hands on to its next step. It makes an empty dict of the list of a report without payloads.
QStringList returnedDifferences(const json::Value& expected, const AnalysisResult& result)
{
    const json::Value artifacts = result.capeArtifacts;
    const bool noArtifacts = expected["cape_artifacts"].size() == 0 && artifacts.size() == 0;
    return differences(expected["main_processes"], mainProcessesOf(result))
        + (noArtifacts ? QStringList() : differences(expected["cape_artifacts"], artifacts));
}

// The report of a ZIP, null where it has none.
Result<ReportPtr> reportIn(ReportArchive& archive)
{
    auto text = archive.readLiteReport();
    if (!text) {
        return text.error().code == ErrorCode::NoLiteReport ? Result<ReportPtr>(nullptr)
                                                            : std::unexpected(text.error());
    }
    return ReportParser::parse(*std::move(text));
}

AnalysisResultPtr convertedZip(const QString& folder)
{
    const auto options = ConversionOptions::fromJson(contents(folder + QStringLiteral("/args.json")));
    auto archive = ReportArchive::open(folder + QStringLiteral("/lite.zip"));
    const auto report = archive ? reportIn(*archive) : std::unexpected(archive.error());
    return options && report ? buildResult(report->get(), *archive, *options).value_or(nullptr) : nullptr;
}

// What counts of the files of a service result, in one order: screenshots are encoded anew.
json::Value comparableFiles(const json::Value& files)
{
    std::vector<std::tuple<std::string, std::string, std::string, std::string>> rows;
    for (const json::Value& file : files.toArray()) {
        const bool image = file["is_section_image"] == json::Value(true);
        rows.emplace_back(file["name"].toString(), image ? "image" : file["sha256"].toString(),
            file["description"].toString(), file["parent_relation"].toString());
    }
    std::ranges::sort(rows);
    json::Array list;
    for (const auto& [name, sha256, description, relation] : rows) {
        list.emplace_back(json::Array{name, sha256, description, relation});
    }
    return list;
}

QByteArray bytesOf(const AttachedFile& file)
{
    const auto content = core::openContent(file.content);
    return content ? (*content)->readAll() : QByteArray();
}

QStringList wrongBytes(const std::vector<AttachedFile>& files)
{
    QStringList wrong;
    for (const AttachedFile& file : files) {
        const QByteArray hash = QCryptographicHash::hash(bytesOf(file), QCryptographicHash::Sha256).toHex();
        if (hash.toStdString() != file.sha256) {
            wrong.append(QStringLiteral("the bytes of %1 differ").arg(QString::fromStdString(file.name)));
        }
    }
    return wrong;
}

} // namespace

QStringList goldenCases(const QString& folder)
{
    QStringList cases;
    for (const QString& name : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        cases.append(folder + u'/' + name);
    }
    return cases;
}

QStringList goldenDifferences(const QString& caseFolder)
{
    const AnalysisResultPtr result = converted(caseFolder);
    if (!result || result->sections.size() != 1 || result->sections.front().subsections().empty()) {
        return {QStringLiteral("the report cannot be converted")};
    }
    if (QFile::exists(caseFolder + QStringLiteral("/SERVICE_CRASHES"))) {
        return {};
    }
    const auto wanted = [&](const char* name) {
        return contents(caseFolder + QStringLiteral("/expected/") + QString::fromLatin1(name));
    };
    const auto document = [&](const char* name) { return json::parse(wanted(name)).value_or(json::Value()); };
    QStringList found = differences(document("result.json"), ResultWriter::storedResult(*result))
        + differences(document("ontology.json"), result->ontology)
        + returnedDifferences(document("returned.json"), *result);
    if (const QByteArray buffers = wanted("buffers.json"); !buffers.isEmpty()) {
        found += differences(document("buffers.json"), bufferNamesOf(*result));
    }
    if (result->powerShellCommands != wanted("commands.ps1")) {
        found.append(QStringLiteral("commands.ps1 differs"));
    }
    if (result->batchCommands != wanted("commands.bat")) {
        found.append(QStringLiteral("commands.bat differs"));
    }
    return found;
}

QStringList goldenZipDifferences(const QString& caseFolder)
{
    const AnalysisResultPtr result = convertedZip(caseFolder);
    if (!result) {
        return {QStringLiteral("the ZIP cannot be converted")};
    }
    QStringList found = wrongBytes(result->extracted) + wrongBytes(result->supplementary);
    if (QFile::exists(caseFolder + QStringLiteral("/SERVICE_CRASHES"))) {
        return found;
    }
    const auto document = [&](const char* name) {
        return json::parse(contents(caseFolder + u'/' + QString::fromLatin1(name))).value_or(json::Value());
    };
    const json::Value expected = document("service_result.json");
    const json::Value actual = ResultWriter::serviceResult(*result);
    for (const char* list : {"extracted", "supplementary"}) {
        found += differences(comparableFiles(expected["response"][list]), comparableFiles(actual["response"][list]));
    }
    return found + differences(expected["result"], actual["result"])
        + differences(document("result.json"), ResultWriter::storedResult(*result))
        + differences(document("ontology.json"), result->ontology);
}

} // namespace test
