// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/program.h"
#include "support/testregistry.h"

#include "core/json/reader.h"
#include "testpaths.h"

#include <QTemporaryDir>
#include <QtTest>

namespace {

using test::Run;

Run run(const QStringList& arguments)
{
    return test::runProgram(QStringList{QStringLiteral("ioc")} + arguments);
}

const QString Report = QStringLiteral(CAPEWB_FIXTURES "/golden/synthetic/s1_0020/reports/lite.json");

} // namespace

// capewb ioc, as a script calls it.
class IocCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesEachFormat_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("csv") << QByteArray("kind,value,score,sources\n");
        QTest::newRow("json") << QByteArray("{");
        QTest::newRow("stix") << QByteArray("{\n  \"type\": \"bundle\"");
        QTest::newRow("misp") << QByteArray("{\n  \"Event\"");
        QTest::newRow("navigator") << QByteArray("{\n  \"name\": \"CAPE: ");
        QTest::newRow("markdown") << QByteArray("# CAPE analysis of ");
    }

    void writesEachFormat()
    {
        QFETCH(QByteArray, start);
        const QString format = QString::fromLatin1(QTest::currentDataTag());
        const Run done = run({Report, QStringLiteral("--format"), format});
        QVERIFY2(done.exitCode == 0, done.err.constData());
        QVERIFY2(done.out.startsWith(start), done.out.first(qMin(80, int(done.out.size()))).constData());
        QVERIFY(done.out.endsWith('\n'));
    }

    void writesAFile()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("ioc.json"));
        const Run done = run({Report, QStringLiteral("--format"), QStringLiteral("json"), QStringLiteral("--out"), path,
            QStringLiteral("--raw")});
        QVERIFY2(done.exitCode == 0, done.err.constData());
        QVERIFY(done.out.isEmpty());
        const auto document = core::json::parseFile(path);
        QVERIFY(document);
        QVERIFY(!(*document)["defanged"].toBool(true));
        QVERIFY((*document)["indicators"].size() > 3);
    }

    void saysWhatCouldNotBeUsed()
    {
        QFile whole(Report);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QTemporaryDir folder;
        QFile cut(folder.filePath(QStringLiteral("lite.json")));
        QVERIFY(cut.open(QIODevice::WriteOnly));
        cut.write(whole.read(whole.size() / 2));
        cut.close();
        const Run done = run({cut.fileName(), QStringLiteral("--format"), QStringLiteral("csv")});
        QVERIFY2(done.exitCode == 0, done.err.constData());
        QVERIFY2(done.err.contains("breaks off or has an error at byte"), done.err.constData());
        QVERIFY(done.out.startsWith("kind,value,score,sources\n"));
        QVERIFY(!done.out.contains("breaks off"));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        const QString format = QStringLiteral("--format");
        QTest::newRow("no format") << QStringList{Report} << 2;
        QTest::newRow("unknown format") << QStringList{Report, format, QStringLiteral("xml")} << 2;
        QTest::newRow("no input") << QStringList{format, QStringLiteral("csv")} << 2;
        QTest::newRow("no such report") << QStringList{QStringLiteral("nowhere.json"), format, QStringLiteral("csv")}
                                        << 1;
        QTest::newRow("no such folder") << QStringList{Report, format, QStringLiteral("csv"), QStringLiteral("--out"),
            QStringLiteral("/nowhere/at/all.csv")}
                                        << 1;
    }

    void saysWhatIsWrong()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        const Run done = run(arguments);
        QCOMPARE(done.exitCode, exitCode);
        QVERIFY(done.err.startsWith("capewb ioc: "));
        QVERIFY(done.out.isEmpty());
    }
};

REGISTER_TEST(IocCommandTest)
#include "ioccommandtest.moc"
