// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ioc/defang.h"
#include "support/testregistry.h"

#include <QtTest>

using namespace core;

class DefangTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void defangsAndBack_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("safe");
        const auto row = [](const char* raw, const char* safe) {
            QTest::newRow(raw) << QString::fromUtf8(raw) << QString::fromUtf8(safe);
        };
        row("http://a.example.net/b.c?d=e.f", "hxxp://a[.]example[.]net/b.c?d=e.f");
        row("https://a.example.net:8443", "hxxps://a[.]example[.]net:8443");
        row("ftp://a.example.net/x", "fxp://a[.]example[.]net/x");
        row("smb://a.example.net/x", "smb://a[.]example[.]net/x");
        row("http://user:pass@a.example.net/", "hxxp://user:pass[@]a[.]example[.]net/");
        row("http://[2001:db8::1]:80/", "hxxp://[2001:db8::1]:80/");
        row("2001:db8::1", "2001[:]db8[:][:]1");
        row("198.51.100.9", "198[.]51[.]100[.]9");
        row("198.51.100.9:443", "198[.]51[.]100[.]9:443");
        row("a.example.net", "a[.]example[.]net");
        row("a.example.net/x.y", "a[.]example[.]net/x.y");
        row("bücher.example", "bücher[.]example");
        row("name@mail.example.org", "name[@]mail[.]example[.]org");
        row("/path/x.y", "/path/x.y");
        row("", "");
    }

    void defangsAndBack()
    {
        QFETCH(QString, raw);
        QFETCH(QString, safe);
        QCOMPARE(QString::fromStdString(defang(raw.toStdString())), safe);
        QCOMPARE(QString::fromStdString(refang(safe.toStdString())), raw);
    }

    void defangsTexts()
    {
        QCOMPARE(defangText("see http://a.example.net/x, 198.51.100.9 and mail name@example.org; file.txt stays"),
            std::string("see hxxp://a[.]example[.]net/x, 198[.]51[.]100[.]9 and mail name[@]example[.]org; "
                        "file.txt stays"));
        QCOMPARE(defangText("C:\\dir\\a.example.net"), std::string("C:\\dir\\a.example.net"));
    }

    void readsWhatPeopleWrite_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("raw");
        const auto row = [](const char* written, const char* raw) {
            QTest::newRow(written) << QString::fromLatin1(written) << QString::fromLatin1(raw);
        };
        row("hXXp://a.example[.]net", "http://a.example.net");
        row("hxxps[:]//a(.)example{.}net/x", "https://a.example.net/x");
        row("hxxp[://]a[dot]example[DOT]net", "http://a.example.net");
        row("http:\\\\a.example.net", "http://a.example.net");
        row("a\\.example\\.net", "a.example.net");
        row("name [at] example [dot] org", "name@example.org");
        row("198[.]51.100[.]9", "198.51.100.9");
        row("198[.51[.100[.9", "198.51.100.9");
        row("plain text. No link", "plain text. No link");
        row("C:\\a.exe", "C:\\a.exe");
    }

    void readsWhatPeopleWrite()
    {
        QFETCH(QString, written);
        QFETCH(QString, raw);
        QCOMPARE(QString::fromStdString(refang(written.toStdString())), raw);
    }
};

REGISTER_TEST(DefangTest)
#include "defangtest.moc"
