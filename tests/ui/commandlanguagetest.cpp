// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testregistry.h"
#include "testpaths.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

namespace {

struct Answer {
    QByteArray out;
    QByteArray err;
};

Answer run(const QStringList& arguments, const QString& lang, const QString& languages = {})
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LC_NUMERIC", "LANGUAGE"}) {
        environment.remove(QString::fromLatin1(name));
    }
    environment.insert(QStringLiteral("LANG"), lang);
    if (!languages.isEmpty()) {
        environment.insert(QStringLiteral("LANGUAGE"), languages);
    }
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(CAPEWB_PROGRAM), arguments);
    program.waitForFinished(60'000);
    return {program.readAllStandardOutput(), program.readAllStandardError()};
}

const QStringList missingReport{QStringLiteral("convert"), QStringLiteral("/no/such/lite.json")};

} // namespace

// capewb speaks to people in their language, and to programs in one.
class CommandLanguageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsWrongInTheUsersLanguage()
    {
        const QByteArray english = run(missingReport, QStringLiteral("C.UTF-8")).err;
        const QByteArray french = run(missingReport, QStringLiteral("fr_FR.UTF-8")).err;
        QVERIFY(english.contains("/no/such/lite.json"));
        QVERIFY(french.contains("/no/such/lite.json"));
        QVERIFY2(!french.endsWith(english), french.constData());
        QCOMPARE(run(missingReport, QStringLiteral("en_GB.UTF-8"), QStringLiteral("fr:en")).err.split('\n').last(2),
            french.split('\n').last(2));
    }

    void namesAPlaceItCannotWriteInTheUsersLanguage()
    {
        const QString report = QStringLiteral(CAPEWB_FIXTURES "/reports/s1_0014.json");
        const QString place = QStringLiteral("/no/such/folder/result");
        const QString french = QStringLiteral("fr_FR.UTF-8");
        const QByteArray words = "ne peut pas";
        QVERIFY(
            run({QStringLiteral("convert"), report, QStringLiteral("--result"), place}, french).err.contains(words));
        const QStringList ioc{QStringLiteral("ioc"), report, QStringLiteral("--format"), QStringLiteral("csv"),
            QStringLiteral("--out"), place};
        QVERIFY(run(ioc, french).err.contains(words));
        const QStringList demo{QStringLiteral("demo"), QStringLiteral("--out"), QStringLiteral("/dev/null/demo")};
        QVERIFY(run(demo, french).err.contains(words));
    }

    void writesTheSameInEveryLanguage()
    {
        const QTemporaryDir folder;
        QList<QByteArray> written;
        for (const QString& lang : {QStringLiteral("C.UTF-8"), QStringLiteral("fr_FR.UTF-8")}) {
            const QString path = folder.filePath(lang);
            run({QStringLiteral("convert"), QStringLiteral(CAPEWB_FIXTURES "/reports/s1_0014.json"),
                    QStringLiteral("--service-result"), path},
                lang);
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            written += file.readAll();
        }
        QVERIFY(written.front().size() > 1000);
        QCOMPARE(written.front(), written.back());
    }
};

REGISTER_TEST(CommandLanguageTest)
#include "commandlanguagetest.moc"
