// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/preset.h"
#include "demo/certificate.h"
#include "net/capewbrun.h"
#include "support/testregistry.h"

#include <QDir>
#include <QtTest>

using test::capewb;
using test::Outcome;

// How capewb is told its servers and their tokens.
class CommandServersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QFile file(m_folder->filePath(QStringLiteral("sample.exe")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("MZ for a saved server") > 0);
    }

    // A token goes unencrypted to another machine only when that is asked for; nothing is sent before.
    void aTokenInClearIsRefused_data() { bothCommands(); }
    void aTokenInClearIsRefused()
    {
        QFETCH(QStringList, command);
        const QStringList words = command + QStringList{QStringLiteral("http://192.0.2.1"), TokenEnv, Variable};
        const Outcome refused = capewb(words);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains(QStringLiteral("--allow-clear-token")), qPrintable(refused.err));
        QVERIFY(!refused.err.contains(QStringLiteral("Asking")));
        QVERIFY(!refused.err.contains(test::demoToken()));
        const Outcome https = capewb(command + QStringList{QStringLiteral("https://127.0.0.1:1"), TokenEnv, Variable});
        QVERIFY(https.err.contains(QStringLiteral("Asking")));
    }

    void aTokenThatIsNoneIsExplained_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("token");
        QTest::addColumn<QString>("reason");
        const QString set = QStringLiteral("CAPE_TOKEN");
        for (const QStringList& command : commands()) {
            const QByteArray name = command.constFirst().toLatin1();
            QTest::newRow(name + ", unset")
                << command << QStringLiteral("CAPEWB_NO_SUCH") << QString() << QStringLiteral("is not set");
            QTest::newRow(name + ", empty") << command << set << QStringLiteral("") << QStringLiteral("is empty");
            QTest::newRow(name + ", line break")
                << command << set << QStringLiteral("abc\ndef") << QStringLiteral("line break");
            QTest::newRow(name + ", carriage return at the end")
                << command << set << QStringLiteral("abc\r") << QStringLiteral("line break");
            QTest::newRow(name + ", beyond ASCII")
                << command << set << QStringLiteral("ab\u202ec") << QStringLiteral("another character");
            QTest::newRow(name + ", the token itself")
                << command << QString(40, u'a') << QString() << QStringLiteral("takes the name");
        }
    }

    void aTokenThatIsNoneIsExplained()
    {
        QFETCH(QStringList, command);
        QFETCH(QString, variable);
        QFETCH(QString, token);
        QFETCH(QString, reason);
        const Outcome outcome
            = capewb(command + QStringList{QStringLiteral("http://127.0.0.1:1"), TokenEnv, variable}, token);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.err.contains(reason), qPrintable(outcome.err));
        QVERIFY(!outcome.err.contains(QString(40, u'a')));
        QVERIFY(token.isEmpty() || !outcome.err.contains(token));
    }

    // What the window has saved is there under its name: a server, and choices.
    void takesWhatTheWindowSaved()
    {
        demo::Server server(test::quickServer());
        const QString settings = m_folder->filePath(QStringLiteral("settings"));
        const QString shared = settings + QStringLiteral("/cape-workbench/cape-workbench/");
        net::ProfileStore profiles(shared + QStringLiteral("profiles.json"));
        net::Profile profile = net::newProfile(QStringLiteral("Lab"), *server.start());
        profile.proxy = net::ProxyKind::None;
        profile.defaultRoute = QStringLiteral("internet");
        QVERIFY(profiles.add(profile));
        core::submission::PresetStore presets(shared + QStringLiteral("presets.json"));
        core::submission::Preset preset{QStringLiteral("Urgent"), {}};
        preset.parameters.priority = 3;
        QVERIFY(presets.save(preset));

        const QString lab = QStringLiteral("--profile");
        const Outcome checked = capewb({QStringLiteral("check-server"), lab, QStringLiteral("Lab"), TokenEnv, Variable},
            test::demoToken(), settings);
        QVERIFY2(checked.exitCode == 0, qPrintable(checked.err));
        const Outcome sent = capewb({QStringLiteral("submit"), sample(), lab, QStringLiteral("Lab"), TokenEnv, Variable,
                                        QStringLiteral("--preset"), QStringLiteral("Urgent")},
            test::demoToken(), settings);
        QVERIFY2(sent.exitCode == 0, qPrintable(sent.err));
        QVERIFY2(sent.out.contains(QStringLiteral("Lab")), qPrintable(sent.out));
        const demo::Task task = server.tasks().tasks().first();
        QCOMPARE(task.route, QStringLiteral("internet"));
        QCOMPARE(task.priority, 3);
        const Outcome unknown = capewb({QStringLiteral("check-server"), lab, QStringLiteral("Attic")}, {}, settings);
        QCOMPARE(unknown.exitCode, 2);
        QVERIFY2(unknown.err.contains(QStringLiteral("Lab")), qPrintable(unknown.err));
    }

    void pinsACertificate()
    {
        demo::ServerOptions options = test::quickServer();
        options.tls = true;
        demo::Server server(options);
        const QString url = server.start()->toString();
        const QString pin = QStringLiteral("--pin");
        const QString digest
            = QString::fromLatin1(demo::serverCertificate(false).digest(QCryptographicHash::Sha256).toHex(':'))
                  .toUpper();
        const QStringList check{QStringLiteral("check-server"), url, TokenEnv, Variable};
        QCOMPARE(capewb(check).exitCode, 1);
        const Outcome pinned = capewb(check + QStringList{pin, digest});
        QVERIFY2(pinned.exitCode == 0, qPrintable(pinned.err));
        QCOMPARE(capewb(check + QStringList{pin, QString(64, u'0')}).exitCode, 1);
        QCOMPARE(capewb(check + QStringList{pin, QStringLiteral("12")}).exitCode, 2);
        const Outcome sent = capewb(
            {QStringLiteral("submit"), sample(), QStringLiteral("--server"), url, TokenEnv, Variable, pin, digest});
        QVERIFY2(sent.exitCode == 0, qPrintable(sent.err));
        const Outcome noCertificate = capewb(check + QStringList{QStringLiteral("--ca"), sample()});
        QCOMPARE(noCertificate.exitCode, 2);
    }

private:
    static QList<QStringList> commands()
    {
        return {{QStringLiteral("check-server")},
            {QStringLiteral("submit"), QStringLiteral("http://example.com/"), QStringLiteral("--server")}};
    }
    static void bothCommands()
    {
        QTest::addColumn<QStringList>("command");
        for (const QStringList& command : commands()) {
            QTest::newRow(command.constFirst().toLatin1()) << command;
        }
    }
    QString sample() const { return m_folder->filePath(QStringLiteral("sample.exe")); }

    const QString TokenEnv = QStringLiteral("--token-env");
    const QString Variable = QStringLiteral("CAPE_TOKEN");
    std::unique_ptr<QTemporaryDir> m_folder;
};

REGISTER_TEST(CommandServersTest)
#include "commandserverstest.moc"
