// SPDX-License-Identifier: GPL-3.0-or-later
#include "goldencompare.h"
#include "support/testregistry.h"

#include "core/json/reader.h"
#include "core/report/reportreader.h"
#include "core/result/resultbuilder.h"
#include "core/result/resultwriter.h"

#include <QDir>
#include <QFile>
#include <QtTest>

using namespace core;

// Reports with what the reference service made of them: the conversion must make the same.
class GoldenTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void convertsAsTheService_data();
    void convertsAsTheService();
    void convertsAllKnownReports_data();
    void convertsAllKnownReports();
    void namesWhatWasMissing();
};

namespace {

QString fixtures()
{
    return QStringLiteral(CAPEWB_FIXTURES "/golden/synthetic");
}

// The file, or the unpacked twin of its .gz.
QByteArray contents(const QString& path)
{
    if (QFile file(path); file.open(QIODevice::ReadOnly)) {
        return file.readAll();
    }
    const auto text = ReportReader::readText(path + QStringLiteral(".gz"));
    return text ? QByteArray(text->view().data(), qsizetype(text->view().size())) : QByteArray();
}

QString reportIn(const QString& folder)
{
    const QString plain = folder + QStringLiteral("/reports/lite.json");
    return QFile::exists(plain) ? plain : plain + QStringLiteral(".gz");
}

AnalysisResultPtr converted(const QString& folder)
{
    const auto options = ConversionOptions::fromJson(contents(folder + QStringLiteral("/args.json")));
    const auto report = ReportReader::read(reportIn(folder));
    if (!options || !report) {
        return nullptr;
    }
    return buildResult(**report, *options, folder).value_or(nullptr);
}

std::vector<std::string> bufferNames(const AnalysisResult& result)
{
    std::vector<std::string> names;
    for (const CarvedBuffer& buffer : result.buffers) {
        names.push_back(buffer.name);
    }
    std::ranges::sort(names);
    return names;
}

std::vector<std::string> namesIn(const QString& path)
{
    std::vector<std::string> names;
    const json::Value list = json::parse(contents(path)).value_or(json::Value());
    for (const json::Value& name : list.toArray()) {
        names.push_back(name.toString());
    }
    std::ranges::sort(names);
    return names;
}

void compareWithExpected(const QString& folder)
{
    const AnalysisResultPtr result = converted(folder);
    QVERIFY2(result, "the report cannot be converted");
    const QString expected = folder + QStringLiteral("/expected/");
    const auto compare = [&](const char* name, const json::Value& actual) {
        const auto wanted = json::parse(contents(expected + QString::fromLatin1(name)));
        return wanted ? test::differences(*wanted, actual) : QStringList();
    };
    const QStringList found = compare("result.json", ResultWriter::storedResult(*result))
        + compare("ontology.json", result->ontology);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    if (QFile::exists(folder + QStringLiteral("/SERVICE_CRASHES"))) {
        return; // the service has no answer: that ours is one at all is what counts
    }
    QCOMPARE(result->powerShellCommands, contents(expected + QStringLiteral("commands.ps1")));
    QCOMPARE(result->batchCommands, contents(expected + QStringLiteral("commands.bat")));
    QCOMPARE(bufferNames(*result), namesIn(expected + QStringLiteral("buffers.json")));
}

void addCases(const QString& folder)
{
    for (const QString& name : QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        QTest::newRow(qPrintable(name)) << folder + u'/' + name;
    }
}

} // namespace

void GoldenTest::convertsAsTheService_data()
{
    QTest::addColumn<QString>("folder");
    addCases(fixtures());
}

void GoldenTest::convertsAsTheService()
{
    QFETCH(QString, folder);
    compareWithExpected(folder);
}

void GoldenTest::convertsAllKnownReports_data()
{
    QTest::addColumn<QString>("folder");
    const QString shared = QStringLiteral(CAPEWB_SHARED "/golden");
    addCases(shared + QStringLiteral("/synthetic"));
    addCases(shared + QStringLiteral("/real"));
    if (!QDir(shared).exists()) {
        QTest::newRow("absent") << QString();
    }
}

void GoldenTest::convertsAllKnownReports()
{
    QFETCH(QString, folder);
    if (folder.isEmpty()) {
        QSKIP("the golden reports are not beside this source tree");
    }
    compareWithExpected(folder);
}

void GoldenTest::namesWhatWasMissing()
{
    const QByteArray text = R"({"info": {"id": 1, "started": "2024-01-01 00:00:00", "ended": "2024-01-01 00:01:00",)"
                            R"( "duration": 60, "version": "2.4-CAPE"}})";
    const auto report = ReportParser::parse(text);
    QVERIFY(report);
    const auto result = buildResult(**report, {});
    QVERIFY(result);
    QVERIFY((*result)->warnings.join(u' ').contains(QStringLiteral("route")));
    QCOMPARE((*result)->ontology["sandboxes"].size(), std::size_t(1));
}

REGISTER_TEST(GoldenTest)
#include "goldentest.moc"
