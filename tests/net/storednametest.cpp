// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/storedname.h"
#include "support/testregistry.h"

#include <QtTest>

// The expected names are what CAPE's sanitize_filename gives with its default configuration.
class StoredNameTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void storesAsCapeDoes_data();
    void storesAsCapeDoes();
    void recognisesWhatWasStored_data();
    void recognisesWhatWasStored();
};

void StoredNameTest::storesAsCapeDoes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("stored");
    const auto row = [](const char* what, const QString& name, const QString& stored) {
        QTest::newRow(what) << name << stored;
    };
    row("plain", QStringLiteral("invoice-1_a.exe"), QStringLiteral("invoice-1_a.exe"));
    row("blanks", QStringLiteral("  my file.exe"), QStringLiteral("my file.exe"));
    row("brackets", QStringLiteral("a (1)[x]+&'.exe"), QStringLiteral("a _1__x____.exe"));
    row("accents", QStringLiteral("r\u00e9sum\u00e9.exe"), QStringLiteral("r_sum_.exe"));
    row("beyond 16 bits", QStringLiteral("\U0001F480.exe"), QStringLiteral("_.exe"));
    row("a quote, escaped on the wire", QStringLiteral("a\"b.exe"), QStringLiteral("a_22b.exe"));
    row("31 characters", QString(27, u'a') + QStringLiteral(".exe"), QString(27, u'a') + QStringLiteral(".exe"));
    row("32 characters", QString(28, u'a') + QStringLiteral(".exe"), QString(20, u'a') + QStringLiteral(".exe"));
    row("a hash", QString(64, u'f'), QString(24, u'f'));
    row("a hash with an extension", QString(64, u'f') + QStringLiteral(".bin"),
        QString(20, u'f') + QStringLiteral(".bin"));
    row("two dots", QString(30, u'a') + QStringLiteral(".pdf.exe"), QString(20, u'a') + QStringLiteral(".exe"));
    row("an extension of 30", QString(10, u'a') + u'.' + QString(30, u'x'), QStringLiteral("aaa.") + QString(30, u'x'));
    row("an extension longer than the name", QStringLiteral("a.") + QString(40, u'x'), u'.' + QString(40, u'x'));
    row("a path", QStringLiteral("/home/me/a.exe"), QStringLiteral("a.exe"));
    row("a Windows path", QStringLiteral("C:\\samples\\a.exe"), QStringLiteral("a.exe"));
    row("nothing", QString(), QString());
}

void StoredNameTest::storesAsCapeDoes()
{
    QFETCH(QString, name);
    QFETCH(QString, stored);
    QCOMPARE(net::storedFileName(name), stored);
}

void StoredNameTest::recognisesWhatWasStored_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("same");
    const QString hash = QString(64, u'f');
    const QString exe = QStringLiteral("a.exe");
    QTest::newRow("plain") << exe << QString() << exe << true;
    QTest::newRow("with its folder") << exe << QString() << QStringLiteral("/tmp/cuckoo-tmp/upload_1/a.exe") << true;
    QTest::newRow("another") << exe << QString() << QStringLiteral("b.exe") << false;
    QTest::newRow("cut") << hash << QString() << QString(24, u'f') << true;
    QTest::newRow("a server that does not cut") << hash << QString() << hash << true;
    QTest::newRow("a server that cuts less") << hash << QString() << QString(40, u'f') << true;
    QTest::newRow("the beginning alone") << hash << QString() << QString(4, u'f') << false;
    QTest::newRow("named by an option") << exe << QStringLiteral("free=yes,filename=b.dll") << QStringLiteral("b.dll")
                                        << true;
    QTest::newRow("not as the option says") << exe << QStringLiteral("filename=b.dll") << exe << false;
}

void StoredNameTest::recognisesWhatWasStored()
{
    QFETCH(QString, name);
    QFETCH(QString, options);
    QFETCH(QString, target);
    QFETCH(bool, same);
    QCOMPARE(net::isStoredAs(name, options, target), same);
}

REGISTER_TEST(StoredNameTest)
#include "storednametest.moc"
