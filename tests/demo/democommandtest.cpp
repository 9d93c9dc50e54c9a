// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/archive.h"
#include "support/testregistry.h"
#include "testpaths.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::StringLiterals;

// `capewb demo`: the whole main job over real sockets.
class DemoCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void doesTheWholeJob();
    void refusesAFolderThatCannotBe();
    void refusesWrongUsage();
};

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void DemoCommandTest::doesTheWholeJob()
{
    QTemporaryDir folder;
    const QString out = folder.filePath(u"out"_s);
    QProcess program;
    program.start(QStringLiteral(CAPEWB_PROGRAM), {u"demo"_s, u"--out"_s, out});
    QVERIFY(program.waitForFinished(120'000));
    QVERIFY2(program.exitCode() == 0, program.readAllStandardError().constData());
    const QByteArray summary = program.readAllStandardOutput();
    for (const char* word : {"remittance-advice.rtf", "LanternLoader", "explorer.exe", "gate.example.org",
             "result.json", "Code injection with CreateRemoteThread in a remote process"}) {
        QVERIFY2(summary.contains(word), word);
    }
    QVERIFY(summary.count('\n') < 66); // one page
    const auto entries = demo::unpackZip(contentOf(out + u"/report.zip"_s), {}, 1000);
    QVERIFY(std::ranges::contains(entries, u"reports/lite.json"_s, &demo::ArchiveEntry::path));
    const QJsonObject result = QJsonDocument::fromJson(contentOf(out + u"/result.json"_s)).object();
    QVERIFY(result[u"result"][u"score"].toInt() >= 1000);
    QVERIFY(result[u"result"][u"sections"].toArray().size() > 10);
}

void DemoCommandTest::refusesAFolderThatCannotBe()
{
    QProcess program;
    program.start(QStringLiteral(CAPEWB_PROGRAM), {u"demo"_s, u"--out"_s, u"/proc/nowhere"_s});
    QVERIFY(program.waitForFinished(60'000));
    QCOMPARE(program.exitCode(), 1);
    QVERIFY(program.readAllStandardError().contains("/proc/nowhere"));
}

void DemoCommandTest::refusesWrongUsage()
{
    QProcess program;
    program.start(QStringLiteral(CAPEWB_PROGRAM), {u"demo"_s, u"word"_s});
    QVERIFY(program.waitForFinished(60'000));
    QCOMPARE(program.exitCode(), 2);
}

REGISTER_TEST(DemoCommandTest)
#include "democommandtest.moc"
