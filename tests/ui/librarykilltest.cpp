// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testregistry.h"
#include "uifixture.h"

#include <QDir>
#include <QProcess>

// Every analysis that was fetched is in the case library, also where the program was killed between the moment at which
// its task was ready and the one at which the library had it.
class LibraryKillTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingThatWasReadyIsMissing();
};

void LibraryKillTest::nothingThatWasReadyIsMissing()
{
    constexpr int Samples = 3;
    test::UiFixture fixture;
    QVERIFY(!fixture.connectDemo().isEmpty());
    const QDir folder(fixture.folder.path());
    QVERIFY(folder.mkdir(QStringLiteral("samples")));
    for (int number = 0; number < Samples; ++number) {
        fixture.writeSample(QStringLiteral("samples/%1.exe").arg(number), "MZ sample " + QByteArray::number(number));
    }
    const auto run = [&folder](bool isKilled) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("CAPEWB_LIBRARY_FOLDER"), folder.path());
        if (isKilled) {
            environment.insert(QStringLiteral("CAPEWB_LIBRARY_KILL"), QStringLiteral("1"));
        }
        QProcess child;
        child.setProcessEnvironment(environment);
        child.setProcessChannelMode(QProcess::MergedChannels);
        child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("librarychild")});
        // Not waitForFinished(): the server that the child asks lives in this process.
        bool hasEnded = false;
        connect(&child, &QProcess::finished, &child, [&hasEnded] { hasEnded = true; });
        const bool inTime = QTest::qWaitFor([&hasEnded] { return hasEnded; }, 120'000);
        const bool asWanted = isKilled ? child.exitStatus() == QProcess::CrashExit : child.exitCode() == 0;
        if (!inTime || !asWanted) {
            qWarning("%s", child.readAll().constData());
        }
        return inTime && asWanted;
    };
    for (int life = 0; life < Samples; ++life) {
        QVERIFY(run(true));
    }
    {
        // Whatever the lives in between have made up for: the last one has not.
        const auto library = core::CaseLibrary::open(folder.filePath(QStringLiteral("cases.sqlite")));
        QVERIFY(library);
        QVERIFY((*library)->contents()->analyses.size() < Samples);
    }
    QVERIFY(run(false));
    const auto library = core::CaseLibrary::open(folder.filePath(QStringLiteral("cases.sqlite")));
    QVERIFY(library);
    const auto contents = (*library)->contents();
    QVERIFY(contents);
    QCOMPARE(contents->analyses.size(), Samples);
}

REGISTER_TEST(LibraryKillTest)
#include "librarykilltest.moc"
