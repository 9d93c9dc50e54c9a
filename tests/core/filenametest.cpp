// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/filename.h"
#include "support/testregistry.h"

#include <QtTest>

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
        row("two words", "=?utf-8?Q?ab?= =?utf-8?Q?cd.exe?=", "abcd.exe");
    }

    void namesAreCleaned()
    {
        QFETCH(QString, name);
        QFETCH(QString, clean);
        QCOMPARE(QString::fromStdString(cleanFileName(name.toStdString())), clean);
    }

    void undecodableNameBecomesARandomOne()
    {
        const std::string name = cleanFileName("=?no-such-charset?B?w6l0?=");
        QVERIFY(!name.empty());
        QVERIFY(!name.contains('?'));
        QVERIFY(name != cleanFileName("=?no-such-charset?B?w6l0?="));
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
