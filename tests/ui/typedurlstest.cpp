// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/typedurls.h"
#include "support/testregistry.h"

#include <QtTest>

class TypedUrlsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsALine_data();
    void readsALine();
    void refusesWhatIsNoUrl_data();
    void refusesWhatIsNoUrl();
    void takesHashesApart();
};

void TypedUrlsTest::readsALine_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("urls");
    const auto row = [](const char* typed, const QStringList& urls) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << urls;
    };
    row("https://www.example.com/a", {QStringLiteral("https://www.example.com/a")});
    row("www.example.com", {QStringLiteral("http://www.example.com")});
    row("www.example.com/setup.exe?x=1", {QStringLiteral("http://www.example.com/setup.exe?x=1")});
    row("192.0.2.7:8080/gate.php", {QStringLiteral("http://192.0.2.7:8080/gate.php")});
    row("hxxp://www[.]example[.]com/a", {QStringLiteral("http://www.example.com/a")});
    row("www[.]example[.]com/a", {QStringLiteral("http://www.example.com/a")});
    row("  https://www.example.com/my file.exe ", {QStringLiteral("https://www.example.com/my%20file.exe")});
    row("www.example.com/my file.exe", {QStringLiteral("http://www.example.com/my%20file.exe")});
    row("https://www.example.com/a https://www.example.net/b",
        {QStringLiteral("https://www.example.com/a"), QStringLiteral("https://www.example.net/b")});
    row("https://www.example.com/a, hxxps://www.example.net/b",
        {QStringLiteral("https://www.example.com/a"), QStringLiteral("https://www.example.net/b")});
    row("ftp://files.example.com/a", {QStringLiteral("ftp://files.example.com/a")});
}

void TypedUrlsTest::readsALine()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, urls);
    const ui::TypedUrls read = ui::readTypedUrls(typed);
    QCOMPARE(read.urls, urls);
    QVERIFY(read.refused.isEmpty());
}

void TypedUrlsTest::refusesWhatIsNoUrl_data()
{
    QTest::addColumn<QString>("typed");
    for (const char* typed : {"localfile", "file:///etc/passwd", "javascript:alert(1)", "https://", "see the mail of Monday",
             "https://www.exa mple.com/a", "C:\\temp\\a.exe", "/tmp/a.exe"}) {
        QTest::newRow(typed) << QString::fromUtf8(typed);
    }
}

void TypedUrlsTest::refusesWhatIsNoUrl()
{
    QFETCH(QString, typed);
    const ui::TypedUrls read = ui::readTypedUrls(QStringLiteral("https://www.example.com/a\n") + typed);
    QCOMPARE(read.urls, QStringList{QStringLiteral("https://www.example.com/a")});
    QCOMPARE(read.refused, QStringList{typed});
}

void TypedUrlsTest::takesHashesApart()
{
    const ui::TypedUrls read = ui::readTypedUrls(
        QString(64, u'A') + QStringLiteral("\nhttps://www.example.com/") + QString(64, u'b'));
    QCOMPARE(read.hashes, QStringList{QString(64, u'a')});
    QCOMPARE(read.urls, QStringList{QStringLiteral("https://www.example.com/") + QString(64, u'b')});
}

REGISTER_TEST(TypedUrlsTest)
#include "typedurlstest.moc"
