// SPDX-License-Identifier: GPL-3.0-or-later
#include "goldencase.h"

#include "goldencompare.h"

#include "core/json/reader.h"
#include "core/report/reportreader.h"
#include "core/result/resultbuilder.h"
#include "core/result/resultwriter.h"

#include <QDir>
#include <QFile>

#include <set>

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
        processes.emplace_back(json::Array { pid, name });
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
        return { QStringLiteral("the report cannot be converted") };
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

} // namespace test
