// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/filename.h"
#include "support/testregistry.h"

#include <QtTest>

#include <algorithm>
#include <cctype>

using namespace core::submission;

class FileNameTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreCleaned_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("clean");
        const auto row = [](const char* tag, const char* name, const char* clean) {
            QTest::newRow(tag) << QString::fromUtf8(name) << QString::fromUtf8(clean);
        };
        row("plain", "invoice.exe", "invoice.exe");
        row("folder", "/tmp/x/invoice.exe", "invoice.exe");
        row("forbidden", "a<b>c:d\"e\\f|g?h*.exe", "abcdefgh.exe");
        row("leading blanks", "  \tx.vbs", "x.vbs");
        row("leading tab only", "\tx.vbs", "\tx.vbs");
        row("quoted printable", "=?iso-8859-1?Q?p=E9_x.exe?=", "p\xc3\xa9 x.exe");
        row("base 64", "=?utf-8?B?w6l0w6kuZG9j?=", "\xc3\xa9t\xc3\xa9.doc");
        row("blanks that only Python knows", " \x1c\xc2\xa0x.vbs", "x.vbs");
        row("two words", "=?utf-8?Q?ab?= =?utf-8?Q?cd.exe?=", "abcd.exe");
        row("two charsets", "=?utf-8?Q?ab?= =?iso-8859-1?Q?cd.exe?=", "ab");
        row("an encoded blank between", "=?utf-8?Q?ab?==?utf-8?Q? ?==?utf-8?Q?cd.exe?=", "abcd.exe");
        row("line end", "=?utf-8?Q?ab.exe?=\n", "ab.exe");
        row("padding amid base 64", "=?utf-8?B?YS5leGU=xxxx?=", "a.exe");
        row("base 64 without its padding", "=?utf-8?B?YS5leGU?=", "a.exe");
        row("no hex after =", "=?utf-8?Q?a=zz=4?=", "a=zz=4");
        row("characters that are no bytes", "=?iso-8859-1?Q?\xc3\xa9\xe2\x82\xac?=", "\xc3\xa9" "u20ac");
        row("short name of a charset", "=?u8?Q?=C3=A9.exe?=", "\xc3\xa9.exe");
        row("code page by its number", "=?1252?Q?=80.exe?=", "\xe2\x82\xac.exe");
        row("byte order mark", "=?utf-8?Q?=EF=BB=BFa?=", "\xef\xbb\xbf" "a");
        row("promised byte order mark", "=?utf-8-sig?Q?=EF=BB=BFa?=", "a");
        row("nothing in an unknown charset", "=?no-such?B?\?=", "");
    }

    void namesAreCleaned()
    {
        QFETCH(QString, name);
        QFETCH(QString, clean);
        QCOMPARE(QString::fromStdString(cleanFileName(name.toStdString())), clean);
    }

    void undecodableNameBecomesARandomOne_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("no charset") << QByteArray("=?no-such-charset?B?w6l0?=");
        QTest::newRow("no encoded word") << QByteArray("=?\?=");
        QTest::newRow("broken base 64") << QByteArray("=?utf-8?B?A?=");
        QTest::newRow("a broken word after a good one") << QByteArray("=?utf-8?Q?a?= =?utf-8?B?A?=");
        QTest::newRow("cut character") << QByteArray("=?utf-8?Q?a=C3?=");
        QTest::newRow("beyond ASCII") << QByteArray("=?us-ascii?Q?=C3?=");
        QTest::newRow("undefined in its code page") << QByteArray("=?windows-1252?Q?a=81?=");
    }

    void undecodableNameBecomesARandomOne()
    {
        QFETCH(QByteArray, name);
        const std::string clean = cleanFileName(name.toStdString());
        QCOMPARE(clean.size(), 8U);
        QVERIFY(std::ranges::all_of(clean, [](unsigned char c) { return std::isalnum(c) != 0; }));
        QVERIFY(clean != cleanFileName(name.toStdString()));
    }

    void extensionComesFromTheTypeThenFromTheName()
    {
        QCOMPARE(assignExtension("a.txt", "code/ps1")->name, std::string("a.ps1"));
        QCOMPARE(assignExtension("a", "code/ps1")->name, std::string("a.ps1"));
        QCOMPARE(assignExtension("a.docm", "unknown")->name, std::string("a.docm"));
        // "unknown" in the type lets the name decide, even where the table has the type
        QCOMPARE(assignExtension("a.xlsm", "document/office/unknown")->name, std::string("a.xlsm"));
        QVERIFY(!assignExtension("a.txt", "text/plain"));
        QVERIFY(!assignExtension("a", "unknown"));
        QVERIFY(!assignExtension("a.EXE", "unknown"));
    }
};

REGISTER_TEST(FileNameTest)
#include "filenametest.moc"
