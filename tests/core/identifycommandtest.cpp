// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/program.h"
#include "support/testregistry.h"

#include "core/json/reader.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace core;

namespace {

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

test::Run identify(const QStringList& words)
{
    return test::runProgram(QStringList{QStringLiteral("identify")} + words);
}

} // namespace

// capewb identify, as a script calls it.
class IdentifyCommandTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void printsALineAFile()
    {
        const QTemporaryDir folder;
        const QString script = folder.filePath(QStringLiteral("script"));
        const QString empty = folder.filePath(QStringLiteral("empty"));
        QVERIFY(write(script, "powershell -c \"iwr http://example.org/a -OutFile a\""));
        QVERIFY(write(empty, {}));
        const test::Run done = identify({script, empty, QStringLiteral("--json")});
        QVERIFY2(done.exitCode == 0, done.err.constData());
        const QList<QByteArray> lines = done.out.split('\n');
        QCOMPARE(lines.size(), 3);
        const auto first = json::parse(lines[0]);
        QVERIFY(first);
        QCOMPARE((*first)["path"].toString(), script.toStdString());
        QCOMPARE((*first)["type"].toString(), std::string("code/ps1"));
        QCOMPARE((*first)["mime"].toString(), std::string("text/plain"));
        QVERIFY((*first)["magic"].isString());
        QCOMPARE((*first)["by"].toString(), std::string("rule"));
        QCOMPARE(json::parse(lines[1]).value()["type"].toString(), std::string("empty"));
        const test::Run read = identify({script});
        QCOMPARE(read.exitCode, 0);
        QVERIFY2(read.out.contains("code/ps1"), read.out.constData());
    }

    // The other files are told all the same.
    void tellsWhatCannotBeRead()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("a"));
        QVERIFY(write(file, "[1]"));
        const test::Run done
            = identify({folder.path(), folder.filePath(QStringLiteral("missing")), file, QStringLiteral("--json")});
        QCOMPARE(done.exitCode, 1);
        QVERIFY2(done.err.contains("missing"), done.err.constData());
        QVERIFY2(done.err.contains(folder.path().toUtf8() + " is a folder"), done.err.constData());
        QVERIFY2(done.out.contains("text/json"), done.out.constData());
    }

    void saysThatTheClassifierIsMissing()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("a"));
        QVERIFY(write(file, QByteArray("Nothing that a rule would know. ").repeated(20)));
        qputenv("CAPEWB_CLASSIFIER", "off");
        const test::Run off = identify({file, QStringLiteral("--json")});
        qunsetenv("CAPEWB_CLASSIFIER");
        QCOMPARE(off.exitCode, 0);
        QVERIFY2(off.err.contains("CAPEWB_CLASSIFIER"), off.err.constData());
        QVERIFY2(off.out.contains("text/plain"), off.out.constData());
    }

    // A name does not drive the terminal.
    void namesAreHarmless()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("a\x1b[31mb\nc"));
        QVERIFY(write(file, "[1]"));
        const test::Run text = identify({file});
        QCOMPARE(text.exitCode, 0);
        QVERIFY(!text.out.contains('\x1b'));
        QCOMPARE(text.out.count('\n'), 1);
        const test::Run machine = identify({file, QStringLiteral("--json")});
        QVERIFY(!machine.out.contains('\x1b'));
        QCOMPARE(json::parse(machine.out).value()["path"].toString(), file.toStdString());
    }

    void needsAFile()
    {
        QCOMPARE(identify({}).exitCode, 2);
        QCOMPARE(identify({QStringLiteral("--nonsense")}).exitCode, 2);
    }
};

REGISTER_TEST(IdentifyCommandTest)
#include "identifycommandtest.moc"
