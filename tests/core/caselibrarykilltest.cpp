// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/caselibrary.h"
#include "support/testregistry.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <cstdio>

namespace {

constexpr char ChildFile[] = "CAPEWB_CASES_FILE";
constexpr char ChildStopsInside[] = "CAPEWB_CASES_INSIDE"; // set: it stands still in the middle of a transaction

core::Analysis analysisNumber(int number)
{
    core::Analysis analysis;
    analysis.name = QStringLiteral("sample-%1.exe").arg(number);
    analysis.sha256 = QString::number(number).rightJustified(64, u'0');
    analysis.path = QStringLiteral("/reports/%1.zip").arg(number);
    return analysis;
}

QStringList termsOf(int number)
{
    return {QStringLiteral("c2-%1.example.com").arg(number)};
}

void say(const char* word)
{
    std::puts(word);
    std::fflush(stdout);
}

// Starts CaseLibraryChild, in the program that this is.
void startChild(QProcess& child, const QString& file, bool stopsInside)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(ChildFile), file);
    if (stopsInside) {
        environment.insert(QString::fromLatin1(ChildStopsInside), QStringLiteral("1"));
    }
    child.setProcessEnvironment(environment);
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("caselibrarychild")});
}

} // namespace

// The process that CaseLibraryKillTest starts and kills: it remembers one analysis after the other and says so after
// each. Without its variables, as when the whole program runs, it does nothing.
class CaseLibraryChild : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void run()
    {
        const QString file = qEnvironmentVariable(ChildFile);
        if (file.isEmpty()) {
            return;
        }
        auto library = core::CaseLibrary::open(file);
        QVERIFY(library);
        const auto made = (*library)->addCase(QStringLiteral("case"));
        QVERIFY(made);
        say("remembered 0");
        if (!qEnvironmentVariableIsEmpty(ChildStopsInside)) {
            return stopInside(file);
        }
        for (int number = 1; number < 100'000; ++number) {
            const auto kept = (*library)->remember(analysisNumber(number), termsOf(number));
            QVERIFY(kept);
            QVERIFY((*library)->move({kept->id}, made->id));
            say(qPrintable(QStringLiteral("remembered %1").arg(number)));
        }
    }

private:
    static void stopInside(const QString& file)
    {
        auto database = core::Database::open(file, {.failed = {}, .newer = {}, .steps = {{}}});
        QVERIFY(database);
        (void)(*database)->transaction([&]() -> core::Result<void> {
            for (int number = 0; number < 5000; ++number) { // more than the pages that SQLite keeps in memory
                const auto done = (*database)->execute(
                    QStringLiteral("INSERT INTO cases (name, note, created, changed) VALUES (?, ?, 0, 0)"),
                    {QStringLiteral("half"), QString(2000, u'n')});
                if (!done) {
                    return done;
                }
            }
            say("inside");
            (void)std::getchar(); // never comes
            return {};
        });
    }
};

// kill -9: what was remembered is there, half a transaction is not, and the search knows what the list has.
class CaseLibraryKillTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void losesNothingThatWasSaid();
    void hasNothingOfHalfATransaction();
};

void CaseLibraryKillTest::losesNothingThatWasSaid()
{
    const QTemporaryDir folder;
    for (const int kills : {1, 2, 3, 10, 40}) {
        const QString file = folder.filePath(QStringLiteral("%1/cases.sqlite").arg(kills));
        QProcess child;
        int remembered = -1;
        connect(&child, &QProcess::readyReadStandardOutput, &child, [&] {
            while (child.canReadLine()) {
                const QByteArray line = child.readLine().trimmed();
                if (line.startsWith("remembered ")) {
                    remembered = line.mid(11).toInt();
                    if (remembered >= kills) {
                        child.kill();
                    }
                }
            }
        });
        startChild(child, file, false);
        QVERIFY(QTest::qWaitFor([&] { return child.state() == QProcess::NotRunning; }, 60'000));
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        QVERIFY(remembered >= kills);

        const auto library = core::CaseLibrary::open(file);
        QVERIFY(library);
        const auto contents = (*library)->contents();
        QVERIFY(contents);
        QVERIFY(contents->analyses.size() >= remembered);
        for (int number = 1; number <= remembered; ++number) {
            const core::Analysis& analysis = contents->analyses[number - 1];
            QCOMPARE(analysis.name, analysisNumber(number).name);
            QCOMPARE(analysis.caseId, contents->cases[0].id);
            const auto found = (*library)->search(termsOf(number)[0]);
            QVERIFY(found && found->analyses.contains(analysis.id));
        }
    }
}

void CaseLibraryKillTest::hasNothingOfHalfATransaction()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("cases.sqlite"));
    QProcess child;
    QByteArray said;
    connect(&child, &QProcess::readyReadStandardOutput, &child, [&] {
        said += child.readAllStandardOutput();
        if (said.contains("inside")) {
            child.kill();
        }
    });
    startChild(child, file, true);
    QVERIFY(QTest::qWaitFor([&] { return child.state() == QProcess::NotRunning; }, 60'000));
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
    QVERIFY(said.contains("inside"));
    const auto library = core::CaseLibrary::open(file);
    QVERIFY(library);
    const auto contents = (*library)->contents();
    QVERIFY(contents);
    QCOMPARE(contents->cases.size(), 1);
    QVERIFY((*library)->addCase(QStringLiteral("goes on")));
}

REGISTER_TEST(CaseLibraryChild)
REGISTER_TEST(CaseLibraryKillTest)
#include "caselibrarykilltest.moc"
