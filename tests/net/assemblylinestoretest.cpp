// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/assemblylinestore.h"

#include "support/testregistry.h"

#include <QTemporaryDir>
#include <QtTest>

class AssemblylineStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryField();
    void movesABrokenFileAside();
    void readsAddresses();

private:
    QTemporaryDir m_folder;
};

void AssemblylineStoreTest::keepsEveryField()
{
    const QString file = m_folder.filePath(QStringLiteral("sub/assemblylines.json"));
    auto profile
        = net::newAssemblylineProfile(QStringLiteral("al"), QUrl(QStringLiteral("https://al.example.com/sub")));
    profile.user = QStringLiteral("analyst");
    profile.classification = QStringLiteral("TLP:AMBER");
    profile.submitter = QStringLiteral("team");
    profile.description = QStringLiteral("from CAPE");
    profile.target = core::bundle::Target::BeforeSandboxBody;
    profile.withSample = true;
    profile.safelist = QStringLiteral("/lists/own.yml");
    profile.tlsPin = QByteArray(64, 'a');
    profile.proxy = net::ProxyKind::Given;
    profile.proxyUrl = QUrl(QStringLiteral("socks5://192.0.2.1:1080"));
    net::AssemblylineStore store(file);
    QSignalSpy changed(&store, &net::AssemblylineStore::changed);
    const auto id = store.add(profile);
    QVERIFY(id);
    profile.id = *id;
    QVERIFY(net::AssemblylineStore(file).profiles() == QList{profile});
    QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    profile.user = QStringLiteral("other");
    QVERIFY(store.update(profile));
    QCOMPARE(net::AssemblylineStore(file).profile(*id)->user, QStringLiteral("other"));
    QVERIFY(store.remove(*id));
    QVERIFY(!store.remove(*id));
    QCOMPARE(changed.size(), 3);
    QVERIFY(net::AssemblylineStore(file).profiles().isEmpty());
}

void AssemblylineStoreTest::movesABrokenFileAside()
{
    QFile file(m_folder.filePath(QStringLiteral("broken.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"profiles\":[{\"name\":\"bad\",\"url\":7},{\"id\":\"a\",\"name\":\"good\",\"url\":\"https://"
               "al.example.com\",\"colour\":1}]}");
    file.close();
    const net::AssemblylineStore store(file.fileName());
    QCOMPARE(store.profiles().size(), 1);
    QVERIFY(store.warning().contains(QStringLiteral("bad")));
    QCOMPARE(store.profiles().constFirst().unknown.value(QStringLiteral("colour")).toInt(), 1);
    QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("broken.json.broken-*")}).size(), 1);
}

void AssemblylineStoreTest::readsAddresses()
{
    const auto read = [](const char* typed) {
        return net::assemblylineUrl(QString::fromLatin1(typed)).value_or(QUrl()).toString();
    };
    QCOMPARE(read("al.example.com"), QStringLiteral("https://al.example.com"));
    QCOMPARE(read("https://al.example.com/api/v4/bundle/"), QStringLiteral("https://al.example.com"));
    QCOMPARE(read("https://user:pw@al.example.com"), QString());
    QCOMPARE(read("ftp://al.example.com"), QString());
}

REGISTER_TEST(AssemblylineStoreTest)
#include "assemblylinestoretest.moc"
