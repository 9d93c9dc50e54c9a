// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/credentialstore.h"
#include "net/queueharness.h"
#include "support/testregistry.h"

#include <QtTest>

using net::CredentialStore;

class CredentialStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTokensInTheKeychain();
    void keepsATokenForTheSessionWithoutAKeychain();
    void saysWhyThereIsNoKeychain();
    void sessionTokensNeverReachTheKeychain();
    void doesNotCallBackWhoIsGone();
    void whatIsSetMeanwhileIsNewerThanTheKeychainsAnswer();

private:
    static QString tokenOf(CredentialStore& store, const QString& profile)
    {
        QObject context;
        std::optional<QString> got;
        store.token(profile, &context, [&](const QString& token) { got = token; });
        (void)QTest::qWaitFor([&] { return got.has_value(); }, 2000);
        return got.value_or(QStringLiteral("never answered"));
    }
};

void CredentialStoreTest::keepsTokensInTheKeychain()
{
    auto content = std::make_shared<test::FakeKeychain::Content>();
    CredentialStore store(std::make_unique<test::FakeKeychain>(content));
    QSignalSpy changed(&store, &CredentialStore::secretChanged);
    QCOMPARE(tokenOf(store, QStringLiteral("a")), QString());
    store.setToken(QStringLiteral("a"), QStringLiteral("secret"));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(content->secrets.value(QStringLiteral("a")), QStringLiteral("secret"));
    CredentialStore later(std::make_unique<test::FakeKeychain>(content));
    QCOMPARE(tokenOf(later, QStringLiteral("a")), QStringLiteral("secret"));
    QVERIFY(!later.isSessionOnly());
    later.removeToken(QStringLiteral("a"));
    QVERIFY(content->secrets.isEmpty());
    QCOMPARE(tokenOf(later, QStringLiteral("a")), QString());
}

void CredentialStoreTest::keepsATokenForTheSessionWithoutAKeychain()
{
    auto content = std::make_shared<test::FakeKeychain::Content>();
    content->isBroken = true;
    CredentialStore store(std::make_unique<test::FakeKeychain>(content));
    QSignalSpy told(&store, &CredentialStore::sessionOnlyChanged);
    store.setToken(QStringLiteral("a"), QStringLiteral("secret"));
    QVERIFY(store.isSessionOnly());
    QCOMPARE(store.keychainProblem(), QStringLiteral("no keychain here"));
    QCOMPARE(told.size(), 1);
    QCOMPARE(tokenOf(store, QStringLiteral("a")), QStringLiteral("secret"));
    QCOMPARE(tokenOf(store, QStringLiteral("b")), QString());
    QVERIFY(content->secrets.isEmpty());
}

// The real backend, where no keychain can be: whatever library it would go through.
void CredentialStoreTest::saysWhyThereIsNoKeychain()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    CredentialStore store;
    store.setToken(QStringLiteral("a"), QStringLiteral("secret"));
    QVERIFY(QTest::qWaitFor([&] { return store.isSessionOnly(); }, 10'000));
    QVERIFY2(
        !store.keychainProblem().contains(QStringLiteral("Unknown error")), qPrintable(store.keychainProblem()));
    QCOMPARE(tokenOf(store, QStringLiteral("a")), QStringLiteral("secret"));
}

void CredentialStoreTest::sessionTokensNeverReachTheKeychain()
{
    auto content = std::make_shared<test::FakeKeychain::Content>();
    CredentialStore store(std::make_unique<test::FakeKeychain>(content));
    store.setSessionToken(QStringLiteral("a"), QStringLiteral("secret"));
    QCOMPARE(tokenOf(store, QStringLiteral("a")), QStringLiteral("secret"));
    QVERIFY(content->secrets.isEmpty());
}

void CredentialStoreTest::doesNotCallBackWhoIsGone()
{
    CredentialStore store(std::make_unique<test::FakeKeychain>(std::make_shared<test::FakeKeychain::Content>()));
    store.setSessionToken(QStringLiteral("a"), QStringLiteral("secret"));
    bool called = false;
    {
        QObject context;
        store.token(QStringLiteral("a"), &context, [&](const QString&) { called = true; });
    }
    QCoreApplication::processEvents();
    QVERIFY(!called);
}

// Answers when it is told to, as a keychain that asks its user first.
class SlowKeychain : public net::SecretBackend {
public:
    explicit SlowKeychain(QList<Read>& waiting)
        : m_waiting(waiting)
    {
    }
    void read(const QString&, Read done) override { m_waiting << std::move(done); }
    void write(const QString&, const QString&, Done done) override { done({}); }
    void remove(const QString&, Done done) override { done({}); }

private:
    QList<Read>& m_waiting;
};

void CredentialStoreTest::whatIsSetMeanwhileIsNewerThanTheKeychainsAnswer()
{
    const core::Result<QString> old = QStringLiteral("old");
    const core::Result<QString> none = std::unexpected(core::Error{core::ErrorCode::NotFound, {}, {}});
    for (const core::Result<QString>& answer : {old, none}) {
        QList<net::SecretBackend::Read> waiting;
        CredentialStore store(std::make_unique<SlowKeychain>(waiting));
        QObject context;
        QStringList got;
        store.token(QStringLiteral("a"), &context, [&](const QString& token) { got << token; });
        store.setSessionToken(QStringLiteral("a"), QStringLiteral("new"));
        waiting.takeFirst()(answer);
        QCOMPARE(got, QStringList{QStringLiteral("new")});
        QCOMPARE(tokenOf(store, QStringLiteral("a")), QStringLiteral("new"));
    }
}

REGISTER_TEST(CredentialStoreTest)
#include "credentialstoretest.moc"
