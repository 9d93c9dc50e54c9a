// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/profilestore.h"
#include "support/testregistry.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

using net::Profile;
using net::ProfileStore;

namespace {

QByteArray readAll(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeAll(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(bytes);
    }
}

Profile full()
{
    Profile profile = net::newProfile(QStringLiteral("lab"), QUrl(QStringLiteral("https://cape.example.com:8443/sub")));
    profile.tokenKey = QStringLiteral("Bearer");
    profile.tlsPin = QByteArray(64, 'a');
    profile.caFile = QStringLiteral("/etc/ca.pem");
    profile.proxy = net::ProxyKind::Given;
    profile.proxyUrl = QUrl(QStringLiteral("socks5://192.0.2.1:1080"));
    profile.defaultRoute = QStringLiteral("tor");
    profile.defaultMachine = QStringLiteral("win10x64");
    profile.deleteAfterFetch = true;
    profile.connectTimeoutMs = 1000;
    profile.answerTimeoutMs = 2000;
    profile.uploadLimit = 5;
    profile.maxUploads = 3;
    profile.timeLimitSeconds = 900;
    profile.moreTries = 3;
    profile.connectionAttempts = 7;
    profile.rebootSupported = true;
    profile.internetConnected = false;
    return profile;
}

} // namespace

class ProfileStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsWhereATokenMayGoInClear();
    void keepsEveryField();
    void editsDuplicatesAndRemoves();
    void exportsAndImports();
    void keepsUnknownMembers();
    void movesABrokenFileAside();
    void keepsTheRestWhenOneEntryIsBroken();
    void leavesAllAsItWasWhenItCannotWrite();
    void readsAddresses_data();
    void readsAddresses();
    void knowsWhenATokenTravelsInClear();

private:
    QTemporaryDir m_folder;
    QString file(const char* name) { return m_folder.filePath(QString::fromLatin1(name)); }
};

void ProfileStoreTest::keepsEveryField()
{
    Profile profile = full();
    ProfileStore store(file("fields/profiles.json"));
    const auto id = store.add(profile);
    QVERIFY(id);
    profile.id = *id;
    const ProfileStore again(file("fields/profiles.json"));
    QCOMPARE(again.profiles().size(), 1);
    QVERIFY(again.profiles().constFirst() == profile);
    QVERIFY(again.warning().isEmpty());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(file("fields/profiles.json")) & others, QFile::Permissions());
}

void ProfileStoreTest::editsDuplicatesAndRemoves()
{
    ProfileStore store(file("edit.json"));
    QSignalSpy changed(&store, &ProfileStore::changed);
    const QString id = *store.add(full());
    const QString copy = *store.duplicate(id);
    QCOMPARE(changed.size(), 2);
    QVERIFY(copy != id);
    QVERIFY(store.profile(copy)->name != store.profile(id)->name);
    Profile edited = *store.profile(copy);
    edited.name = store.profile(id)->name; // taken
    edited.defaultRoute = QStringLiteral("drop");
    QVERIFY(store.update(edited));
    QVERIFY(store.profile(copy)->name != store.profile(id)->name);
    QCOMPARE(store.profile(copy)->defaultRoute, QStringLiteral("drop"));
    QVERIFY(store.remove(id));
    QVERIFY(!store.remove(id));
    QCOMPARE(ProfileStore(file("edit.json")).profiles().size(), 1);
}

void ProfileStoreTest::exportsAndImports()
{
    ProfileStore store(file("export.json"));
    Profile profile = full();
    profile.id = *store.add(profile);
    const QByteArray json = store.exportJson();
    QVERIFY(!json.contains("\"token\""));
    ProfileStore other(file("import.json"));
    QCOMPARE(other.importJson(json)->size(), 1);
    QVERIFY(other.profiles().constFirst() == profile);
    // Into a store that has it: beside it, under another id and name.
    const auto ids = store.importJson(json);
    QVERIFY(ids);
    QCOMPARE(store.profiles().size(), 2);
    QVERIFY(store.profile(ids->constFirst())->name != profile.name);
    QVERIFY(!store.importJson("{]"));
    QVERIFY(!store.importJson("[]"));
    QCOMPARE(store.profiles().size(), 2);
}

void ProfileStoreTest::keepsUnknownMembers()
{
    writeAll(file("unknown.json"),
        R"({"later":1,"profiles":[{"id":"a","name":"n","url":"http://192.0.2.1","colour":"blue"}]})");
    ProfileStore store(file("unknown.json"));
    Profile profile = store.profiles().constFirst();
    profile.name = QStringLiteral("m");
    QVERIFY(store.update(profile));
    const QJsonObject json = QJsonDocument::fromJson(readAll(file("unknown.json"))).object();
    QCOMPARE(json.value(QStringLiteral("later")).toInt(), 1);
    QCOMPARE(json.value(QStringLiteral("profiles"))[0][QStringLiteral("colour")].toString(), QStringLiteral("blue"));
}

void ProfileStoreTest::movesABrokenFileAside()
{
    writeAll(file("broken.json"), "{\"profiles\": [ cut off");
    ProfileStore store(file("broken.json"));
    QVERIFY(store.profiles().isEmpty());
    QVERIFY(!store.warning().isEmpty());
    QVERIFY(store.add(full()));
    const QStringList aside = QDir(m_folder.path()).entryList({QStringLiteral("broken.json.broken-*")});
    QCOMPARE(aside.size(), 1);
    QCOMPARE(readAll(m_folder.filePath(aside.constFirst())), "{\"profiles\": [ cut off");
}

void ProfileStoreTest::keepsTheRestWhenOneEntryIsBroken()
{
    writeAll(file("half.json"),
        R"({"profiles":[{"id":"a","name":"good","url":"http://192.0.2.1"},{"id":"b","name":"bad","url":7},"text"]})");
    ProfileStore store(file("half.json"));
    QCOMPARE(store.profiles().size(), 1);
    QVERIFY(store.warning().contains(QStringLiteral("bad")));
    QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("half.json.broken-*")}).size(), 1);
    QCOMPARE(ProfileStore(file("half.json")).profiles().size(), 1);
}

void ProfileStoreTest::leavesAllAsItWasWhenItCannotWrite()
{
    writeAll(file("blocker"), "a file where a folder is wanted");
    ProfileStore store(file("blocker/profiles.json"));
    QSignalSpy changed(&store, &ProfileStore::changed);
    const auto added = store.add(full());
    QVERIFY(!added);
    QCOMPARE(int(added.error().code), int(core::ErrorCode::CannotWrite));
    QVERIFY(store.profiles().isEmpty());
    QCOMPARE(changed.size(), 0);
}

void ProfileStoreTest::readsAddresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("url"); // empty: refused
    const auto row = [](const char* typed, const char* url) {
        QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(url);
    };
    row("cape.example.com", "http://cape.example.com");
    row("cape.example.com:8000", "http://cape.example.com:8000");
    row(" https://cape.example.com/ ", "https://cape.example.com");
    row("https://cape.example.com/apiv2/", "https://cape.example.com");
    row("https://cape.example.com/cape/apiv2/cuckoo/status/?a=b#c", "https://cape.example.com/cape");
    row("http://[2001:db8::1]:8000", "http://[2001:db8::1]:8000");
    row("ftp://cape.example.com", "");
    row("https://user:pw@cape.example.com", "");
    row("", "");
    row("http://", "");
    row("file:///etc/passwd", "");
}

void ProfileStoreTest::readsAddresses()
{
    QFETCH(QString, typed);
    QFETCH(QString, url);
    const auto read = net::serverUrl(typed);
    QCOMPARE(read.has_value(), !url.isEmpty());
    if (read) {
        QCOMPARE(read->toString(), url);
    } else {
        QVERIFY(!read.error().message.isEmpty() && !read.error().detail.contains(QStringLiteral("pw")));
    }
}

void ProfileStoreTest::knowsWhenATokenTravelsInClear()
{
    const auto clear
        = [](const char* url) { return net::sendsTokenInClear(net::newProfile({}, QUrl(QString::fromLatin1(url)))); };
    QVERIFY(clear("http://cape.example.com"));
    QVERIFY(clear("http://192.0.2.1:8000"));
    QVERIFY(!clear("https://cape.example.com"));
    QVERIFY(!clear("http://127.0.0.1:8000"));
    QVERIFY(!clear("http://localhost"));
    QVERIFY(!clear("http://[::1]:8000"));
}

// It is this analyst's answer about one URL: kept, and given to nobody else.
void ProfileStoreTest::keepsWhereATokenMayGoInClear()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("profiles.json"));
    QString id;
    {
        ProfileStore store(path);
        id = store.add(net::newProfile(QStringLiteral("far"), QUrl(QStringLiteral("http://cape.example.com:8000"))))
                 .value_or(QString());
        QVERIFY(!net::isClearTextAllowed(*store.profile(id)));
        QVERIFY(store.allowClearText(id));
        QVERIFY(!store.allowClearText(QStringLiteral("unknown")));
    }
    ProfileStore store(path);
    QVERIFY(net::isClearTextAllowed(*store.profile(id)));
    const auto imported = store.importJson(store.exportJson());
    QVERIFY(imported);
    QVERIFY(!net::isClearTextAllowed(*store.profile(imported->constFirst())));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    ProfileStore other(folder.filePath(QStringLiteral("other.json")));
    const auto taken = other.importJson(file.readAll()); // as it lies on the disk, with the answer in it
    QVERIFY(taken);
    QVERIFY(!net::isClearTextAllowed(*other.profile(taken->constFirst())));
    net::Profile moved = *store.profile(id);
    moved.url.setPort(8001);
    QVERIFY(store.update(moved));
    QVERIFY(!net::isClearTextAllowed(*store.profile(id)));
}

REGISTER_TEST(ProfileStoreTest)
#include "profilestoretest.moc"
