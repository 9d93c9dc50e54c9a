// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/queuechild.h"
#include "net/queueharness.h"
#include "net/taskstore.h"
#include "support/testregistry.h"

#include <QDir>
#include <QtTest>

#include <cstdio>

namespace {

constexpr char SamplesVariable[] = "CAPEWB_SOAK";
constexpr int Servers = 3;
constexpr int KillSeconds = 20;

demo::ServerOptions options(quint32 seed)
{
    demo::ServerOptions options;
    options.accounts = {{QStringLiteral("analyst"), QStringLiteral("pw"), test::demoToken(), false}};
    options.reports = {test::smallReport()};
    options.rate = demo::RateLimit{300, std::chrono::seconds(60)};
    options.dropConnections = 0.1;
    options.pace = {std::chrono::milliseconds(100), std::chrono::milliseconds(300), std::chrono::milliseconds(100)};
    options.seed = seed;
    return options;
}

} // namespace

// Not one of the tests: it takes minutes of real time. CAPEWB_SOAK=500 net_tests soak (see docs/reliability.md).
class Soak : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void manySamplesOverBadConnectionsUnderKills();
};

void Soak::manySamplesOverBadConnectionsUnderKills()
{
    const int samples = qEnvironmentVariableIntValue(SamplesVariable);
    if (samples <= 0) {
        return;
    }
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("samples")));
    for (int number = 0; number < samples; ++number) {
        QFile sample(folder.filePath(QStringLiteral("samples/%1.exe").arg(number, 5, 10, QLatin1Char('0'))));
        QVERIFY(sample.open(QIODevice::WriteOnly));
        sample.write("MZ soaked " + QByteArray::number(number));
    }
    std::vector<std::unique_ptr<demo::Server>> servers;
    net::ProfileStore profiles(folder.filePath(QStringLiteral("profiles.json")));
    for (quint32 number = 1; number <= Servers; ++number) {
        servers.push_back(std::make_unique<demo::Server>(options(number)));
        net::Profile profile
            = net::newProfile(QStringLiteral("server"), *net::serverUrl(servers.back()->start()->toString()));
        profile.proxy = net::ProxyKind::None;
        profile.deleteAfterFetch = true;
        QVERIFY(profiles.add(profile));
    }
    int requests = 0;
    int broken = 0;
    int refused = 0;
    for (const auto& server : servers) {
        connect(server.get(), &demo::Server::answered, this, [&](const QByteArray&, const QString&, int status) {
            ++requests;
            broken += status == 0;
            refused += status == 429;
        });
    }
    QProcess child;
    QTimer killer;
    killer.setInterval(KillSeconds * 1000);
    connect(&killer, &QTimer::timeout, &child, &QProcess::kill);
    QElapsedTimer time;
    time.start();
    int kills = -1;
    do {
        ++kills;
        test::startChild(child, folder.path(), true);
        killer.start();
        QVERIFY(QTest::qWaitFor([&] { return child.state() == QProcess::NotRunning; }, 3'600'000));
    } while (child.exitStatus() == QProcess::CrashExit && kills < 500);
    const qint64 seconds = time.elapsed() / 1000;
    QVERIFY2(child.exitCode() == 0, child.readAll().constData());

    int created = 0;
    qsizetype left = 0;
    for (const auto& server : servers) {
        left += server->tasks().tasks().size();
        created += server->tasks().add({}) - 1;
    }
    const auto store = net::TaskStore::open(folder.filePath(QStringLiteral("queue/tasks.sqlite")));
    const auto records = (*store)->records();
    const auto ready = std::ranges::count(*records, net::Phase::Ready, &net::TaskRecord::phase);
    std::printf("%d samples, %d servers, %lld s, %d kills, %d requests, %d connections broken, %d times 429; "
                "%lld ready, %d tasks created, %lld left on the servers\n",
        samples, Servers, static_cast<long long>(seconds), kills, requests, broken, refused,
        static_cast<long long>(ready), created, static_cast<long long>(left));
    QCOMPARE(ready, samples);
    QCOMPARE(records->size(), samples);
    QCOMPARE(created, samples);
    QCOMPARE(left, 0);
}

REGISTER_TEST(Soak)
#include "soak.moc"
