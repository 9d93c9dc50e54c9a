// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testregistry.h"

#include "core/filetype/filetype.h"

#include <QtTest>

using namespace core;

class FileTypeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsTheType_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("type");
        const auto row = [](const char* name, const QByteArray& bytes, const char* type) {
            QTest::newRow(name) << bytes << QByteArray(type);
        };
        row("nothing", {}, "empty");
        row("noise", QByteArray::fromHex("0199f1c0d2008e8f00c3a1"), "unknown");
        row("prose", "A few words that mean nothing to a computer.\n", "text/plain");
        row("JSON", "{\"a\": [1, 2]}", "text/json");
        row("XML", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a/>\n", "code/xml");
        row("page", "<!DOCTYPE html>\n<html><head><title>x</title></head></html>\n", "code/html");
        row("PDF", "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", "document/pdf");
        row("encrypted PDF", "%PDF-1.4\n1 0 obj\n<< /Encrypt 2 0 R >>\nendobj\n", "document/pdf/passwordprotected");
        row("RTF", "{\\rtf1\\ansi text}", "document/office/rtf");
        row("CaRT", "CART\1", "archive/cart");
        row("VBScript", "Dim shell\nSet shell = CreateObject(\"WScript.Shell\")\n", "code/vbs");
        row("PowerShell", "$a = Get-Item x\nCopy-Item $a y\n", "code/ps1");
        row("little PowerShell", "$a = New-Object Net.WebClient\n", "text/plain");
        row("SQLite", QByteArray("SQLite format 3\0", 16) + QByteArray(84, 0), "db/sqlite");
        row("tags", "<a>word</a>\n", "code/xml");
        row("a tag that stays open", "<a>word", "text/plain");
        // libmagic 5.46 takes no table of two columns for one.
        row("table", "a,b,c\n\"x,y\",1,2\nz,\"2 \"\"3\"\"\",4\nw,5,6\n", "text/csv");
        row("JavaScript", "var a = 1;\nfunction f(x) { return unescape(x); }\n", "code/javascript");
        row("ZIP", zip({"a.txt"}), "archive/zip");
        row("Word", zip({"[Content_Types].xml", "_rels/.rels", "word/document.xml"}), "document/office/word");
        row("Excel", zip({"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml"}), "document/office/excel");
        row("JAR", zip({"META-INF/MANIFEST.MF", "A.class"}), "java/jar");
        row("program", program(0x8664, 0x0002), "executable/windows/pe64");
        row("library", program(0x014c, 0x2002), "executable/windows/dll32");
    }

    void tellsTheType()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, type);
        QCOMPARE(QByteArray::fromStdString(filetype::identify(bytes, true)), type);
    }

    // Cut off or forged headers must not lead out of the bytes.
    void bearsAnyBeginning()
    {
        const QByteArray whole = program(0x8664, 0x0002) + zip({"word/document.xml"});
        for (qsizetype size = 0; size < whole.size(); ++size) {
            QVERIFY(!filetype::identify(whole.first(size), false).empty());
        }
        QByteArray forged = program(0x8664, 0x0002);
        forged.replace(0x3c, 4, "\xff\xff\xff\xff");
        QVERIFY(!filetype::identify(forged, true).empty());
    }

private:
    static QByteArray zip(const QList<QByteArray>& names)
    {
        QByteArray bytes;
        for (const QByteArray& name : names) {
            QByteArray header("PK\x03\x04", 4);
            header.append(22, '\0').append(char(name.size())).append(3, '\0');
            bytes += header + name;
        }
        return bytes;
    }

    static QByteArray program(quint16 machine, quint16 traits)
    {
        QByteArray bytes("MZ");
        bytes.append(0x3a, '\0').append(char(0x40)).append(3, '\0');
        bytes.append("PE\0\0", 4).append(char(machine & 0xff)).append(char(machine >> 8)).append(14, '\0');
        bytes.append("\xf0\0", 2).append(char(traits & 0xff)).append(char(traits >> 8));
        bytes.append(machine == 0x8664 ? "\x0b\x02" : "\x0b\x01", 2);
        return bytes.append(300, '\0').replace(0x40 + 0x5c, 2, QByteArray("\2\0", 2));
    }
};

REGISTER_TEST(FileTypeTest)
#include "filetypetest.moc"
