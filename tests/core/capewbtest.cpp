// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/program.h"
#include "support/testregistry.h"
#include "testpaths.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/resource.h>

using test::Run;
using test::runProgram;

// What all commands of capewb have in common.
class CapewbTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCommandHasHelp_data()
    {
        QTest::addColumn<QString>("command");
        const QString usage = QString::fromUtf8(runProgram({QStringLiteral("--help")}).out);
        QRegularExpressionMatchIterator commands
            = QRegularExpression(QStringLiteral("^  capewb ([a-z-]+)"), QRegularExpression::MultilineOption)
                  .globalMatch(usage);
        while (commands.hasNext()) {
            const QString command = commands.next().captured(1);
            QTest::newRow(qPrintable(command)) << command;
        }
    }

    void everyCommandHasHelp()
    {
        QFETCH(QString, command);
        const Run help = runProgram({command, QStringLiteral("--help")});
        QCOMPARE(help.exitCode, 0);
        QVERIFY2(help.out.startsWith("usage: capewb " + command.toLatin1()), help.out.constData());
        QVERIFY2(help.out.contains("capewb " + command.toLatin1() + ' '), help.out.constData());
        QVERIFY2(help.out.contains("Examples:"), help.out.constData());
        QVERIFY(help.err.isEmpty());
        const Run wrong = runProgram({command, QStringLiteral("--no-such-option")});
        QCOMPARE(wrong.exitCode, 2);
        QVERIFY(wrong.err.contains("no-such-option") && wrong.err.contains("usage: capewb " + command.toLatin1()));
    }

    void saysWhichCommandsThereAre()
    {
        const Run unknown = runProgram({QStringLiteral("no\x1b[2Jne")});
        QCOMPARE(unknown.exitCode, 2);
        QVERIFY(unknown.err.contains("usage: capewb") && !unknown.err.contains('\x1b'));
        QCOMPARE(runProgram({}).exitCode, 2);
        QVERIFY(runProgram({QStringLiteral("--version")}).out.startsWith("capewb "));
    }

    void aFullDiskIsToldOf()
    {
        QProcess program;
        program.setStandardOutputFile(QStringLiteral("/dev/full"));
        program.start(QStringLiteral(CAPEWB_PROGRAM), {QStringLiteral("--help")});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 1);
        QVERIFY(program.readAllStandardError().contains("could not be written"));
    }

    // Whatever is thrown becomes a sentence and exit code 1.
    void runningOutOfMemoryIsNoCrash()
    {
        const QTemporaryDir folder;
        QFile report(folder.filePath(QStringLiteral("lite.json")));
        QVERIFY(report.open(QIODevice::WriteOnly));
        report.write("{\"info\": {}, \"behavior\": {\"processes\": [], \"other\": [");
        const QByteArray values = QByteArray("{\"a\": [1, 2, 3, \"text\"]},").repeated(100'000);
        for (int i = 0; i < 20; ++i) {
            report.write(values);
        }
        report.write("0]}}");
        report.close();
        QProcess program;
        program.setChildProcessModifier([] {
            const rlimit limit{rlim_t(300) << 20, rlim_t(300) << 20};
            ::setrlimit(RLIMIT_AS, &limit);
        });
        program.start(QStringLiteral(CAPEWB_PROGRAM), {QStringLiteral("convert"), report.fileName()});
        QVERIFY(program.waitForFinished(60'000));
        const QByteArray err = program.readAllStandardError();
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 1);
        QVERIFY2(err.contains("memory"), err.constData());
    }

    // Only the Printer writes to the terminal: it alone makes text of servers and reports harmless.
    void nothingElsePrints()
    {
        const QRegularExpression output(
            QStringLiteral("\\b(printf|fprintf|puts|fputs|putchar|putc|fputc|fwrite|perror|vprintf|dprintf|qDebug|"
                           "qInfo|qWarning|qCritical"
                           "|QTextStream)\\s*\\(|std::(cout|cerr|clog|print|println)\\b|::write\\((STD|1|2)"));
        QDirIterator files(QStringLiteral(CAPEWB_SOURCE "/src/cli"), {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
            QDir::Files, QDirIterator::Subdirectories);
        int read = 0;
        QStringList breaches;
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.fileName().endsWith(QStringLiteral("/printer.cpp"))) {
                continue;
            }
            QVERIFY(file.open(QIODevice::ReadOnly));
            ++read;
            if (const auto match = output.match(QString::fromUtf8(file.readAll())); match.hasMatch()) {
                breaches += file.fileName() + QStringLiteral(": ") + match.captured();
            }
        }
        QVERIFY(read > 10);
        QVERIFY2(breaches.isEmpty(), qPrintable(breaches.join(u'\n')));
    }
};

REGISTER_TEST(CapewbTest)
#include "capewbtest.moc"
