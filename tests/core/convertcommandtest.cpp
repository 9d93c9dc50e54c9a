// SPDX-License-Identifier: GPL-3.0-or-later
#include "goldencompare.h"
#include "support/program.h"
#include "support/testregistry.h"
#include "support/zipwriter.h"

#include "core/json/reader.h"
#include "testpaths.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

using namespace core;

namespace {

using test::Run;

Run run(const QStringList& arguments)
{
    return test::runProgram(QStringList{QStringLiteral("convert")} + arguments);
}

QString caseFolder(const char* name)
{
    return QStringLiteral(CAPEWB_FIXTURES "/golden/synthetic/") + QString::fromLatin1(name);
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("cannot write");
    }
}

constexpr auto OthersMay = QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;

} // namespace

// capewb convert, as a script calls it.
class ConvertCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesWhatIsAskedFor_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("with event traces") << caseFolder("s1_0059");
        QTest::newRow("with commands") << caseFolder("s1_0020");
    }

    void writesWhatIsAskedFor()
    {
        QFETCH(QString, folder);
        const QTemporaryDir out;
        const Run done = run({folder + QStringLiteral("/reports/lite.json"), QStringLiteral("--options"),
            folder + QStringLiteral("/args.json"), QStringLiteral("--result"), out.filePath(QStringLiteral("r")),
            QStringLiteral("--ontology"), out.filePath(QStringLiteral("o")), QStringLiteral("--service-result"),
            out.filePath(QStringLiteral("s")), QStringLiteral("--artifacts"), out.filePath(QStringLiteral("a")),
            QStringLiteral("--stats")});
        QVERIFY2(done.exitCode == 0, done.err.constData());
        for (const auto& [made, wanted] : {std::pair("r", "result.json"), std::pair("o", "ontology.json")}) {
            const auto expected = json::parseFile(folder + QStringLiteral("/expected/") + QString::fromLatin1(wanted));
            const auto actual = json::parseFile(out.filePath(QString::fromLatin1(made)));
            QVERIFY(expected && actual);
            const QStringList found = test::differences(*expected, *actual);
            QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
        }
        const auto service = json::parseFile(out.filePath(QStringLiteral("s")));
        QVERIFY(service);
        QCOMPARE((*service)["response"]["service_name"].toString(), std::string("CAPE"));
        for (const QString& name : {QStringLiteral("commands.ps1"), QStringLiteral("commands.bat")}) {
            QCOMPARE(bytesOf(out.filePath(QStringLiteral("a/") + name)),
                bytesOf(folder + QStringLiteral("/expected/") + name));
        }
        const auto stats = json::parse(done.out);
        QVERIFY(stats);
        QCOMPARE((*stats)["bytes"].toInteger(), QFileInfo(folder + QStringLiteral("/reports/lite.json")).size());
        for (const char* key : {"parse_ms", "convert_ms", "write_ms", "peak_rss_mb"}) {
            QVERIFY2((*stats)[key].isNumber(), key);
        }
        QVERIFY((*stats)["warnings"].isArray());
    }

    void aBundleSaysWhatTheOptionsSay()
    {
        const QTemporaryDir out;
        QFile options(out.filePath(QStringLiteral("options.json")));
        QVERIFY(options.open(QIODevice::WriteOnly));
        options.write(R"({"bundle": {"classification": "TLP:AMBER", "sample": "/nonexistent", "older": true}})");
        options.close();
        const QStringList arguments{caseFolder("s1_0020") + QStringLiteral("/reports/lite.json"),
            QStringLiteral("--options"), options.fileName(), QStringLiteral("--bundle"),
            out.filePath(QStringLiteral("b"))};
        const Run refused = run(arguments);
        QCOMPARE(refused.exitCode, 1); // the sample is not there
        QVERIFY2(refused.err.contains("/nonexistent"), refused.err.constData());
        QVERIFY(!QFile::exists(out.filePath(QStringLiteral("b"))));
        QVERIFY(options.open(QIODevice::WriteOnly));
        options.write(R"({"bundle": {"classification": "TLP:AMBER", "submitter": "analyst", "older": true}})");
        options.close();
        const Run done = run(arguments);
        QVERIFY2(done.exitCode == 0, done.err.constData());
        QVERIFY(QFile::exists(out.filePath(QStringLiteral("b"))));
    }

    // A command line that keeps a pattern busy costs little, and is named.
    void warnsOfSearchesThatWereGivenUp()
    {
        const QTemporaryDir out;
        const auto item = [](const char* name, const QByteArray& text) {
            return QByteArray("{\"@Name\": \"") + name + "\", \"#text\": \"" + text + "\"}";
        };
        QFile report(out.filePath(QStringLiteral("lite.json")));
        QVERIFY(report.open(QIODevice::WriteOnly));
        report.write("{\"info\": {}, \"sysmon\": [{\"System\": {\"EventID\": 1}, \"EventData\": {\"Data\": ["
            + item("UtcTime", "2024-01-02 03:04:05.123") + ','
            + item("ProcessGuid", "{D1B319CE-CA27-4B82-6E84-A5BFB324C311}") + ',' + item("ProcessId", "12") + ','
            + item("Image", "a.exe") + ',' + item("CommandLine", "powershell" + QByteArray(" -a").repeated(20'000))
            + "]}}]}");
        report.close();
        const Run done = run({report.fileName(), QStringLiteral("--stats")});
        QCOMPARE(done.exitCode, 0);
        QVERIFY2(done.err.contains("for indicators took too long"), done.err.constData());
    }

    // What could not be used of the report itself: on stderr and among the figures.
    void warnsOfWhatCouldNotBeUsed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("warning");
        const QByteArray whole = bytesOf(caseFolder("s1_0020") + QStringLiteral("/reports/lite.json"));
        QTest::newRow("cut") << whole.first(whole.size() / 2) << QByteArray("breaks off or has an error at byte");
        QTest::newRow("wrong type") << QByteArray(R"({"info": {"route": [1]}, "network": {"dns": [1, 2, 3]}})")
                                    << QByteArray("info.route: The field has an unexpected type");
        QTest::newRow("counted") << QByteArray(R"({"info": {}, "network": {"dns": [1, 2, 3]}})")
                                 << QByteArray("is left out. (\u00d73)");
        QTest::newRow("drives no terminal")
            << QByteArray("{\"info\": {}, \"\\u001b[31m\": ") + QByteArray(5000, '[') + QByteArray(5000, ']') + '}'
            << QByteArray("\u241b[31m: A value is nested too deeply");
    }

    void warnsOfWhatCouldNotBeUsed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, warning);
        const QTemporaryDir out;
        QFile report(out.filePath(QStringLiteral("lite.json")));
        QVERIFY(report.open(QIODevice::WriteOnly));
        report.write(text);
        report.close();
        const Run done = run({report.fileName(), QStringLiteral("--stats")});
        QCOMPARE(done.exitCode, 0);
        QVERIFY2(done.err.contains(warning), done.err.constData());
        QVERIFY(!done.err.contains('\x1b'));
        const auto stats = json::parse(done.out);
        QVERIFY(stats);
        QCOMPARE((*stats)["warnings"].size(), std::size_t(done.err.count('\n')));
    }

    void aWholeReportHasNoWarnings()
    {
        const Run done = run({caseFolder("s1_0020") + QStringLiteral("/reports/lite.json"), QStringLiteral("--stats")});
        QCOMPARE(done.exitCode, 0);
        QCOMPARE(done.err, QByteArray());
        QVERIFY(done.out.contains("\"warnings\": []") || done.out.contains("\"warnings\":[]"));
    }

    // What fails for one output keeps none of the others back.
    void eachOutputIsTried()
    {
        const QTemporaryDir out;
        const QString report = out.filePath(QStringLiteral("lite.json"));
        write(report, R"({"info": {}})");
        const auto path = [&out](const char* name) { return out.filePath(QString::fromLatin1(name)); };
        QVERIFY(QFile::link(path("elsewhere"), path("linked")));
        const Run done
            = run({report, QStringLiteral("--result"), path("linked"), QStringLiteral("--bundle"), path("bundle"),
                QStringLiteral("--artifacts"), path("artifacts"), QStringLiteral("--ontology"), path("ontology")});
        QCOMPARE(done.exitCode, 1);
        QVERIFY2(done.err.contains("linked") && done.err.contains("--sample FILE"), done.err.constData());
        QVERIFY(!QFile::exists(path("elsewhere")));
        QVERIFY(QFile::exists(path("ontology")) && QFileInfo(path("artifacts")).isDir());
        for (const char* name : {"ontology", "artifacts"}) {
            QCOMPARE(QFile::permissions(path(name)) & OthersMay, QFile::Permissions());
        }
    }

    // A report without a hash is about the sample that is named, or that lies in its ZIP.
    void theSampleSaysWhatAReportIsAbout()
    {
        const QTemporaryDir out;
        const auto path = [&out](const char* name) { return out.filePath(QString::fromLatin1(name)); };
        write(path("lite.json"), R"({"info": {}})");
        write(path("sample.exe"), "MZ the sample");
        const QStringList named{path("lite.json"), QStringLiteral("--bundle"), path("bundle"),
            QStringLiteral("--sample"), path("sample.exe")};
        Run done = run(named);
        QVERIFY2(done.exitCode == 0, done.err.constData());
        QCOMPARE(QFile::permissions(path("bundle")) & OthersMay, QFile::Permissions());
        {
            test::ZipWriter zip(path("report.zip"));
            zip.add(QStringLiteral("reports/lite.json"), R"({"info": {}})");
            zip.add(QStringLiteral("binary"), "MZ the sample");
        }
        done = run({path("report.zip"), QStringLiteral("--bundle"), path("zipped")});
        QVERIFY2(done.exitCode == 0, done.err.constData());
        QVERIFY(QFile::exists(path("zipped")));
        done = run(
            {path("lite.json"), QStringLiteral("--bundle"), path("none"), QStringLiteral("--sample"), path("nowhere")});
        QCOMPARE(done.exitCode, 1);
        QVERIFY(done.err.contains("nowhere"));
    }

    void takesSeveralInputs()
    {
        const QTemporaryDir out;
        const QString results = out.filePath(QStringLiteral("results"));
        const QString artifacts = out.filePath(QStringLiteral("artifacts"));
        const QString missing = out.filePath(QStringLiteral("none.json"));
        const Run done = run({caseFolder("s1_0059"), missing,
            caseFolder("s1_0020") + QStringLiteral("/reports/lite.json"), QStringLiteral("--result"), results,
            QStringLiteral("--artifacts"), artifacts, QStringLiteral("--stats")});
        QCOMPARE(done.exitCode, 1);
        QVERIFY2(done.err.contains("none.json"), done.err.constData());
        QCOMPARE(QDir(results).entryList(QDir::Files),
            (QStringList{QStringLiteral("s1_0020.result.json"), QStringLiteral("s1_0059.result.json")}));
        QCOMPARE(QFile::permissions(results) & OthersMay, QFile::Permissions());
        QVERIFY(QFile::exists(artifacts + QStringLiteral("/s1_0020/commands.ps1")));
        QCOMPARE(done.out.count('\n'), 2);
        QVERIFY(done.out.contains("\"input\""));
    }

    void readsTheStandardInput()
    {
        const QTemporaryDir out;
        QProcess program;
        program.setStandardInputFile(caseFolder("s1_0020") + QStringLiteral("/reports/lite.json"));
        program.start(QStringLiteral(CAPEWB_PROGRAM),
            {QStringLiteral("convert"), QStringLiteral("-"), QStringLiteral("--options"),
                caseFolder("s1_0020") + QStringLiteral("/args.json"), QStringLiteral("--result"),
                out.filePath(QStringLiteral("r"))});
        QVERIFY(program.waitForFinished(60'000));
        QCOMPARE(program.exitCode(), 0);
        const auto expected = json::parseFile(caseFolder("s1_0020") + QStringLiteral("/expected/result.json"));
        const auto actual = json::parseFile(out.filePath(QStringLiteral("r")));
        QVERIFY(expected && actual);
        QVERIFY(test::differences(*expected, *actual).isEmpty());
    }

    void saysWhyItCouldNot()
    {
        const QTemporaryDir out;
        const QString missing = out.filePath(QStringLiteral("none.json"));
        Run done = run({missing});
        QCOMPARE(done.exitCode, 1);
        QVERIFY(!done.err.isEmpty());
        const QString report = caseFolder("s1_0059") + QStringLiteral("/reports/lite.json");
        done = run({report, QStringLiteral("--options"), missing});
        QCOMPARE(done.exitCode, 1);
        QVERIFY(done.err.contains("none.json"));
        done = run({report, QStringLiteral("--result"), out.filePath(QStringLiteral("no/such/folder"))});
        QCOMPARE(done.exitCode, 1);
    }

    void wrongUsageIsToldApart()
    {
        QCOMPARE(run({}).exitCode, 2);
        const QString sample = QStringLiteral("--sample");
        QCOMPARE(run({QStringLiteral("a"), sample, QStringLiteral("s")}).exitCode, 2); // without --bundle
        QCOMPARE(run({QStringLiteral("a"), QStringLiteral("b"), sample, QStringLiteral("s"), QStringLiteral("--bundle"),
                         QStringLiteral("c")})
                     .exitCode,
            2);
        QCOMPARE(run({QStringLiteral("a"), QStringLiteral("--result"), QStringLiteral("x"),
                         QStringLiteral("--ontology"), QStringLiteral("./x")})
                     .exitCode,
            2);
        QCOMPARE(run({QStringLiteral("a"), QStringLiteral("--result"), QStringLiteral("a")}).exitCode, 2);
        QCOMPARE(run({QStringLiteral("a"), QStringLiteral("--result")}).exitCode, 2);
        QCOMPARE(run({QStringLiteral("a"), QStringLiteral("--unknown"), QStringLiteral("x")}).exitCode, 2);
    }
};

REGISTER_TEST(ConvertCommandTest)
#include "convertcommandtest.moc"
