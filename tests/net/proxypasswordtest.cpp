// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/assemblylinestore.h"
#include "net/queueharness.h"
#include "support/replayserver.h"
#include "support/testregistry.h"

#include <QDir>
#include <QDirIterator>
#include <QtTest>

using net::CredentialStore;
using net::ProfileStore;

namespace {

const QByteArray Secret = "s3cret-of-the-proxy";

// A keychain that answers when it is told to, as one does that asks its user first.
class SlowKeychain : public net::SecretBackend {
public:
    void read(const QString&, Read done) override
    {
        done(std::unexpected(core::Error{core::ErrorCode::NotFound, {}, {}}));
    }
    void write(const QString&, const QString&, Done done) override { waiting.append(std::move(done)); }
    void remove(const QString&, Done done) override { done({}); }

    static inline QList<Done> waiting;
};

QByteArray fileWith(const QByteArray& proxyUrl)
{
    return R"({"profiles":[{"id":"a","name":"lab","url":"http://192.0.2.1","proxy":"given","proxy_url":")" + proxyUrl
        + R"("}]})";
}

const QByteArray Held = fileWith("http://analyst:" + Secret + "@192.0.2.7:3128");

QByteArray readAll(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

// The password of a profile's proxy is in the keychain, beside the token, and in no file.
class ProxyPasswordTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_keychain = std::make_shared<test::FakeKeychain::Content>();
        SlowKeychain::waiting.clear();
    }
    void readsAddresses_data();
    void readsAddresses();
    void isNeverWritten();
    void movesFromTheFileToTheKeychain();
    void staysInTheFileUntilTheKeychainHasIt();
    void isKeptForTheSessionWithoutAKeychain();
    void refusesAnAddressThatIsNotUnderstood();
    void saysWhenTheFileCannotBeSaved();
    void movesFromAnImportToTheKeychain();
    void isNotInAFileThatIsKeptAside();
    void movesFromTheAssemblylinesToo();
    void opensTheProxyAndShowsNowhere();

private:
    QString write(const char* name, const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(QLatin1StringView(name)));
        if (file.open(QIODevice::WriteOnly)) {
            file.write(bytes);
        }
        return file.fileName();
    }
    std::unique_ptr<CredentialStore> credentials() const
    {
        return std::make_unique<CredentialStore>(std::make_unique<test::FakeKeychain>(m_keychain));
    }
    static QString passwordOf(CredentialStore& store, const net::Connection& connection)
    {
        std::optional<QString> got;
        QObject context;
        store.credentials(connection, &context, [&](const net::Credentials& secrets) { got = secrets.proxyPassword; });
        (void)QTest::qWaitFor([&] { return got.has_value(); }, 2000);
        return got.value_or(QStringLiteral("never answered"));
    }

    QTemporaryDir m_folder;
    std::shared_ptr<test::FakeKeychain::Content> m_keychain;
};

void ProxyPasswordTest::readsAddresses_data()
{
    QTest::addColumn<QString>("url"); // empty: not understood
    QTest::addColumn<QString>("password");
    QTest::addColumn<bool>("mayHoldSecret");
    const auto row = [](const char* typed, const char* url, const char* password = "", bool mayHoldSecret = false) {
        QTest::newRow(typed) << QString::fromLatin1(url) << QString::fromLatin1(password) << mayHoldSecret;
    };
    row("http://192.0.2.7:3128", "http://192.0.2.7:3128");
    row(" http://proxy.example.com:3128/ ", "http://proxy.example.com:3128");
    row("http://analyst@192.0.2.7:3128", "http://analyst@192.0.2.7:3128");
    row("http://analyst:pw@192.0.2.7:3128", "http://analyst@192.0.2.7:3128", "pw");
    row("socks5://analyst:p%40w%3A1@[2001:db8::7]:1080", "socks5://analyst@[2001:db8::7]:1080", "p@w:1");
    row("http://analyst:p^w{1}@192.0.2.7", "http://analyst@192.0.2.7", "p^w{1}");
    row("http://analyst:p@w@192.0.2.7", "", "", true);
    row("http://analyst:12/w@192.0.2.7:3128", "", "", true);
    row("http://analyst:12#w@192.0.2.7:3128", "", "", true);
    row("http://analyst:12?w@192.0.2.7:3128", "", "", true);
    row("http://analyst:p/w@192.0.2.7:3128", "", "", true);
    row("analyst:pw@192.0.2.7:3128", "", "", true);
    row("proxy", "");
    row("", "");
}

void ProxyPasswordTest::readsAddresses()
{
    QFETCH(QString, url);
    QFETCH(QString, password);
    QFETCH(bool, mayHoldSecret);
    const net::ProxyAddress read = net::readProxyAddress(QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(read.url.toString(), url);
    QCOMPARE(read.password, password);
    QCOMPARE(read.mayHoldSecret, mayHoldSecret);
}

void ProxyPasswordTest::isNeverWritten()
{
    const QString file = m_folder.filePath(QStringLiteral("new.json"));
    ProfileStore store(file);
    net::Profile profile = net::newProfile(QStringLiteral("lab"), QUrl(QStringLiteral("http://192.0.2.1")));
    profile.proxy = net::ProxyKind::Given;
    profile.proxyUrl = QUrl(QStringLiteral("http://analyst:%1@192.0.2.7:3128").arg(QLatin1StringView(Secret)));
    QVERIFY(store.add(profile));
    profile.id = store.profiles().constFirst().id;
    QVERIFY(!readAll(file).contains(Secret));
    QVERIFY(readAll(file).contains("http://analyst@192.0.2.7:3128"));
    QVERIFY(store.update(profile));
    QVERIFY(!readAll(file).contains(Secret));
    QVERIFY(!store.exportJson().contains(Secret));
    QCOMPARE(store.profiles().constFirst().proxyUrl.password(), QString());
}

void ProxyPasswordTest::movesFromTheFileToTheKeychain()
{
    const QString file = write("held.json", Held);
    const auto secrets = credentials();
    ProfileStore store(file);
    QSignalSpy warned(&store, &ProfileStore::warned);
    QVERIFY(store.warning().isEmpty());
    store.setCredentials(secrets.get());
    QTRY_VERIFY(!readAll(file).contains(Secret));
    QVERIFY(readAll(file).contains("http://analyst@192.0.2.7:3128"));
    QVERIFY(warned.isEmpty());
    QCOMPARE(m_keychain->secrets.value(QStringLiteral("a/proxy")), QString::fromLatin1(Secret));
    QVERIFY(!store.exportJson().contains(Secret));
    // The next start finds it there.
    const auto later = credentials();
    const ProfileStore again(file);
    QCOMPARE(again.profiles().size(), 1);
    QCOMPARE(again.profiles().constFirst().proxyUrl.userName(), QStringLiteral("analyst"));
    QCOMPARE(passwordOf(*later, again.profiles().constFirst()), QString::fromLatin1(Secret));
    later->removeAll(QStringLiteral("a"));
    QVERIFY(m_keychain->secrets.isEmpty());
}

// A crash between the two must lose nothing.
void ProxyPasswordTest::staysInTheFileUntilTheKeychainHasIt()
{
    const QString file = write("slow.json", Held);
    CredentialStore secrets(std::make_unique<SlowKeychain>());
    ProfileStore store(file);
    store.setCredentials(&secrets);
    QCoreApplication::processEvents();
    QCOMPARE(SlowKeychain::waiting.size(), 1);
    QVERIFY(readAll(file).contains(Secret));
    SlowKeychain::waiting.constFirst()({});
    QTRY_VERIFY(!readAll(file).contains(Secret));
}

void ProxyPasswordTest::isKeptForTheSessionWithoutAKeychain()
{
    m_keychain->isBroken = true;
    const QString file = write("session.json", Held);
    const auto secrets = credentials();
    ProfileStore store(file);
    QSignalSpy warned(&store, &ProfileStore::warned);
    store.setCredentials(secrets.get());
    QTRY_COMPARE(warned.size(), 1);
    const QString words = warned.constFirst().constFirst().toString();
    QVERIFY2(words.contains(QStringLiteral("lab")) && words.contains(QStringLiteral("no keychain here")),
        qPrintable(words));
    QVERIFY(!words.contains(QLatin1StringView(Secret)));
    QVERIFY(!readAll(file).contains(Secret));
    QCOMPARE(passwordOf(*secrets, store.profiles().constFirst()), QString::fromLatin1(Secret));
}

void ProxyPasswordTest::refusesAnAddressThatIsNotUnderstood()
{
    const QString file = write("odd.json", fileWith("http://analyst:12/" + Secret + "@192.0.2.7:3128"));
    const auto secrets = credentials();
    ProfileStore store(file);
    QSignalSpy warned(&store, &ProfileStore::warned);
    store.setCredentials(secrets.get());
    QTRY_COMPARE(warned.size(), 1);
    QVERIFY(warned.constFirst().constFirst().toString().contains(QStringLiteral("lab")));
    QVERIFY(!readAll(file).contains(Secret));
    QCOMPARE(store.profiles().size(), 1);
    QVERIFY(store.profiles().constFirst().proxyUrl.isEmpty());
    QVERIFY(m_keychain->secrets.isEmpty());
}

void ProxyPasswordTest::saysWhenTheFileCannotBeSaved()
{
    const QString file = write("stuck.json", Held);
    const auto secrets = credentials();
    ProfileStore store(file);
    QVERIFY(QFile::remove(file) && QDir().mkpath(file)); // nothing can be saved in the place of a folder
    QSignalSpy warned(&store, &ProfileStore::warned);
    store.setCredentials(secrets.get());
    QTRY_COMPARE(warned.size(), 1);
    QVERIFY(warned.constFirst().constFirst().toString().contains(QStringLiteral("by hand")));
}

void ProxyPasswordTest::movesFromAnImportToTheKeychain()
{
    const QString file = m_folder.filePath(QStringLiteral("import.json"));
    const auto secrets = credentials();
    ProfileStore store(file);
    store.setCredentials(secrets.get());
    QSignalSpy warned(&store, &ProfileStore::warned);
    const QString first = store.importJson(Held)->constFirst();
    const QString second = store.importJson(Held)->constFirst(); // under another id
    QVERIFY(first != second);
    QVERIFY(!readAll(file).isEmpty() && !readAll(file).contains(Secret));
    for (const QString& id : {first, second}) {
        QCOMPARE(m_keychain->secrets.value(id + QStringLiteral("/proxy")), QString::fromLatin1(Secret));
    }
    QVERIFY(store.importJson(fileWith("analyst:" + Secret + "@192.0.2.7")));
    QTRY_COMPARE(warned.size(), 1);
    QVERIFY(!readAll(file).contains(Secret));
    QVERIFY(!store.exportJson().contains(Secret));
}

void ProxyPasswordTest::isNotInAFileThatIsKeptAside()
{
    QByteArray half = Held;
    half.replace("\"profiles\":[", R"("profiles":[{"name":"bad","url":7},)");
    QByteArray cut = Held.chopped(3);
    const QByteArray escaped = QByteArray(cut).replace("http://a", "http:\\/\\/a");
    int number = 0;
    for (const QByteArray& broken : {half, cut, escaped}) {
        QVERIFY(broken.contains(Secret));
        const QString name = QStringLiteral("aside%1.json").arg(++number);
        const ProfileStore store(write(name.toLatin1(), broken));
        QVERIFY(!store.warning().isEmpty());
        const QStringList aside = QDir(m_folder.path()).entryList({name + QStringLiteral(".broken-*")});
        QCOMPARE(aside.size(), 1);
        const QByteArray kept = readAll(m_folder.filePath(aside.constFirst()));
        QVERIFY2(kept.contains("analyst@192.0.2.7:3128"), kept.constData());
        QVERIFY(!kept.contains(Secret));
        QVERIFY(!readAll(m_folder.filePath(name)).contains(Secret));
    }
}

void ProxyPasswordTest::movesFromTheAssemblylinesToo()
{
    const QString file = write("assemblylines.json", Held);
    const auto secrets = credentials();
    net::AssemblylineStore store(file);
    store.setCredentials(secrets.get());
    QTRY_VERIFY(!readAll(file).contains(Secret));
    QCOMPARE(passwordOf(*secrets, store.profiles().constFirst()), QString::fromLatin1(Secret));
}

// A whole way of a task through a proxy that asks who comes, and then a look into everything that was written.
void ProxyPasswordTest::opensTheProxyAndShowsNowhere()
{
    const QByteArray welcome = "Basic " + QByteArray("analyst:" + Secret).toBase64();
    test::ReplayServer proxy([&](const test::WireRequest& request) {
        const bool isKnown = request.header("Proxy-Authorization") == welcome;
        const QByteArray body = isKnown ? R"({"error":true,"error_value":"seen, with )" + Secret + R"("})" : "";
        return (isKnown ? "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                        : "HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\n")
            + QByteArray("Content-Length: ") + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    });
    proxy.keepsOpen = true;
    test::QueueHarness h;
    h.profile.url = QUrl(QStringLiteral("http://cape.example.com"));
    h.profile.proxy = net::ProxyKind::Given;
    h.profile.proxyUrl = proxy.url();
    h.profile.proxyUrl.setUserName(QStringLiteral("analyst"));
    net::allowClearText(h.profile);
    QVERIFY(h.profiles.update(h.profile));
    h.credentials.setProxyPassword(h.profile.id, QString::fromLatin1(Secret));
    const QString id = h.submit(h.makeSample(QStringLiteral("a.exe"), "MZ proxy"));
    QVERIFY(h.runUntilPhase(id, net::Phase::Failed));
    const QString words = h.queue->task(id)->words;
    QVERIFY2(words.contains(QStringLiteral("seen, with")), qPrintable(words));
    QVERIFY2(!words.contains(QLatin1StringView(Secret)), qPrintable(words));
    // A wrong one is said to be, and a right one that is entered later is taken.
    const auto says = [&](const char* part) {
        return h.runUntil([&] { return h.queue->task(id)->words.contains(QLatin1StringView(part)); });
    };
    h.credentials.setProxyPassword(h.profile.id, QStringLiteral("another one"));
    h.queue->retry(id);
    QVERIFY(says("proxy"));
    QVERIFY(!net::isFinal(h.queue->task(id)->phase));
    h.credentials.setProxyPassword(h.profile.id, QString::fromLatin1(Secret));
    h.queue->tryNow(h.profile.id);
    QVERIFY(says("seen, with"));
    QVERIFY(proxy.requests().size() < 20);
    QVERIFY(!h.profiles.exportJson().contains(Secret));
    int files = 0;
    for (QDirIterator it(h.folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();
        ++files) {
        const QString path = it.next();
        QVERIFY2(!readAll(path).contains(Secret), qPrintable(path));
    }
    QVERIFY(files >= 4);
}

REGISTER_TEST(ProxyPasswordTest)
#include "proxypasswordtest.moc"
