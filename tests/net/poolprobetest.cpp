// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/poolprobe.h"
#include "net/poolorder.h"
#include "net/queueharness.h"
#include "support/testregistry.h"

#include <QtTest>

using core::ErrorCode;
using net::PoolMember;
using net::PoolProbe;

namespace {

net::Profile profileOf(const QString& name, const QUrl& url)
{
    net::Profile profile = net::newProfile(name, url);
    profile.proxy = net::ProxyKind::None;
    return profile;
}

} // namespace

// Several demo servers asked at once for what they have.
class PoolProbeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void gathersWhatServersTell();
    void eachErrorIsOfItsServer();
    void asksOnlyWhatIsNeeded();
    void anAbortedProbeIsSilent();
    void namesAreUnique();
    void fieldsGoOverTheWire();
    void submissionsFollowTheChoice();

private:
    QList<PoolMember> probe(
        const QList<net::Profile>& profiles, const QStringList& tokens, const PoolProbe::Questions& questions = {})
    {
        net::CredentialStore credentials(
            std::make_unique<test::FakeKeychain>(std::make_shared<test::FakeKeychain::Content>()));
        for (qsizetype i = 0; i < profiles.size(); ++i) {
            credentials.setSessionToken(profiles[i].id, tokens.value(i, test::demoToken()));
        }
        PoolProbe probe(profiles, &credentials, questions);
        QSignalSpy finished(&probe, &PoolProbe::finished);
        probe.start();
        if (!finished.wait(20'000) || !probe.isFinished() || finished.size() != 1) {
            return {};
        }
        return probe.members();
    }

    static demo::ServerOptions options()
    {
        demo::ServerOptions options;
        options.accounts = {{QStringLiteral("analyst"), QStringLiteral("pw"), test::demoToken(), false}};
        options.machines = {{1, QStringLiteral("win10"), QStringLiteral("192.0.2.10"), QStringLiteral("windows"),
            {QStringLiteral("x64")}, false}};
        return options;
    }
};

void PoolProbeTest::gathersWhatServersTell()
{
    demo::Server one(options());
    demo::Server two(options());
    net::Profile first = profileOf(QStringLiteral("one"), *one.start());
    first.internetConnected = false;
    const auto members = probe({first, profileOf(QStringLiteral("two"), *two.start())}, {});
    QCOMPARE(members.size(), 2);
    for (const PoolMember& member : members) {
        QVERIFY(member.isUsable() && member.gaps.isEmpty());
        QVERIFY(member.host.machinesKnown);
        QCOMPARE(member.host.machines.size(), 1U);
        QCOMPARE(member.host.machines[0].name, std::string("win10"));
        QCOMPARE(member.host.machines[0].platform, std::string("windows"));
        QCOMPARE(member.host.machines[0].tags, std::vector<std::string>{"x64"});
        QCOMPARE(member.host.pending, std::optional<std::int64_t>(0));
        QCOMPARE(member.host.available, std::optional<std::int64_t>(1));
    }
    QCOMPARE(members[0].host.internetConnected, std::optional(false));
    QCOMPARE(members[1].host.internetConnected, std::optional(true));
    QCOMPARE(net::hostsOf(members).size(), 2U);
}

void PoolProbeTest::eachErrorIsOfItsServer()
{
    demo::Server good(options());
    demo::ServerOptions closed = options();
    closed.disabled = {demo::Endpoint::MachinesList, demo::Endpoint::CuckooStatus};
    demo::Server silent(closed);
    demo::Server strict(options());
    demo::Server dead(options());
    const QUrl deadUrl = *dead.start();
    dead.stop();
    const auto members
        = probe({profileOf(QStringLiteral("good"), *good.start()), profileOf(QStringLiteral("silent"), *silent.start()),
                    profileOf(QStringLiteral("strict"), *strict.start()), profileOf(QStringLiteral("dead"), deadUrl)},
            {test::demoToken(), test::demoToken(), QStringLiteral("wrong"), test::demoToken()});
    QCOMPARE(members.size(), 4);
    QVERIFY(members[0].isUsable());
    // It may well take a task: only its machines are not known.
    QVERIFY(members[1].isUsable() && !members[1].host.machinesKnown && !members[1].host.pending);
    QCOMPARE(members[1].gaps.size(), 2);
    QCOMPARE(members[1].gaps[0].code, ErrorCode::Disabled);
    QCOMPARE(members[2].failure->code, ErrorCode::Unauthorized);
    QCOMPARE(members[3].failure->code, ErrorCode::Network);
    QCOMPARE(net::hostsOf(members).size(), 2U);
}

void PoolProbeTest::asksOnlyWhatIsNeeded()
{
    demo::Server server(options());
    const auto profile = profileOf(QStringLiteral("one"), *server.start());
    QCOMPARE(probe({profile}, {}, {.machines = false, .status = true}).size(), 1);
    QCOMPARE(server.log().size(), 1);
    server.clearLog();
    const auto members = probe({profile}, {}, {.machines = false, .status = false});
    QVERIFY(members.size() == 1 && members[0].isUsable() && !members[0].host.machinesKnown);
    QVERIFY(server.log().isEmpty());
    QVERIFY(probe({}, {}).isEmpty());
}

void PoolProbeTest::anAbortedProbeIsSilent()
{
    demo::Server server(options());
    net::CredentialStore credentials(
        std::make_unique<test::FakeKeychain>(std::make_shared<test::FakeKeychain::Content>()));
    PoolProbe probe({profileOf(QStringLiteral("one"), *server.start())}, &credentials, {});
    QSignalSpy finished(&probe, &PoolProbe::finished);
    probe.start();
    probe.abort();
    QVERIFY(!finished.wait(200));
    QVERIFY(probe.isFinished());
}

void PoolProbeTest::namesAreUnique()
{
    const QUrl url(QStringLiteral("http://192.0.2.1:8000"));
    const auto members = net::poolMembers({profileOf(QStringLiteral("lab: one"), url),
        profileOf(QStringLiteral("lab: one"), url), profileOf(QStringLiteral("two"), url)});
    QCOMPARE(members[0].host.ip, std::string("lab- one"));
    QCOMPARE(members[1].host.ip, std::string("lab- one-2"));
    QCOMPARE(members[2].host.ip, std::string("two"));
}

void PoolProbeTest::fieldsGoOverTheWire()
{
    const core::json::Object fields{{"enforce_timeout", true}, {"memory", false}, {"timeout", 60}, {"route", "none"}};
    QCOMPARE(net::formFields(fields),
        (net::FormFields{{QStringLiteral("enforce_timeout"), QStringLiteral("1")},
            {QStringLiteral("memory"), QStringLiteral("0")}, {QStringLiteral("timeout"), QStringLiteral("60")},
            {QStringLiteral("route"), QStringLiteral("none")}}));
}

void PoolProbeTest::submissionsFollowTheChoice()
{
    const QUrl url(QStringLiteral("http://192.0.2.1:8000"));
    auto members = net::poolMembers({profileOf(QStringLiteral("one"), url), profileOf(QStringLiteral("two"), url)});
    members[0].host.pending = 5;
    members[1].host.pending = 4;
    core::submission::Order order;
    order.input.file = {"a", "executable/windows/pe64", {}, {}};
    order.input.hosts = net::hostsOf(members);
    const auto planned = core::submission::planOrder(order);
    QVERIFY(planned.canBeSent());
    core::submission::PoolChoice choice(order.input.hosts, false, [](std::size_t) { return 0; });
    const net::OrderSource source{.path = QStringLiteral("/tmp/a"), .url = {}, .ignoreExisting = true};
    const auto submissions = net::submissionsOf(planned.plan, source, members, choice);
    QCOMPARE(submissions.size(), 1);
    QCOMPARE(submissions[0].profileId, members[1].profile.id);
    QCOMPARE(submissions[0].otherProfiles, QStringList{members[0].profile.id});
    QCOMPARE(submissions[0].fileName, QStringLiteral("a.exe"));
    QVERIFY(submissions[0].ignoreExisting);
    QCOMPARE(net::fieldValue(submissions[0].fields, u"timeout"), QStringLiteral("150"));
}

REGISTER_TEST(PoolProbeTest)
#include "poolprobetest.moc"
