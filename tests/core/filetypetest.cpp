// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fixture.h"
#include "support/testregistry.h"

#include "core/filetype/classifier.h"
#include "core/filetype/filetype.h"

#include <QTemporaryFile>
#include <QtTest>

#include <magic.h>

using namespace core;

namespace {

QByteArray typeOf(const QByteArray& bytes, filetype::Classifier& classifier)
{
    return QByteArray::fromStdString(filetype::identify(bytes, classifier).type);
}

} // namespace

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
        row("damaged CaRT", QByteArray("CART\1\0\0\0\0\0\0\0\0\0", 14), "corrupted/cart");
        row("VBScript", "Dim shell\nSet shell = CreateObject(\"WScript.Shell\")\n", "code/vbs");
        row("PowerShell", "$a = Get-Item x\nCopy-Item $a y\n", "code/ps1");
        row("SQLite", QByteArray("SQLite format 3\0", 16) + QByteArray(84, 0), "db/sqlite");
        row("tags", "<a>word</a>\n", "code/xml");
        row("a tag that stays open", "<a>word", "text/plain");
        // libmagic 5.46 takes no table of two columns for one.
        row("table", "a,b,c\n\"x,y\",1,2\nz,\"2 \"\"3\"\"\",4\nw,5,6\n", "text/csv");
        row("URL file", "# Assemblyline URI file\nuri: https://example.org/a\n", "uri/https");
        row("URL file with a list", "# Assemblyline URI file\nuri: http://a\nx:\n- y\nz: 1\n", "uri/http");
        row("URL file that is none", "# Assemblyline URI file\nuri: http://a\nif x then\n", "text/plain");
        row("URL file without one", "# Assemblyline URI file\nname: https://example.org/a\n", "text/plain");
        row("program", program(0x8664, 0x0002), "executable/windows/pe64");
        row("library", program(0x014c, 0x2002), "executable/windows/dll32");
    }

    void tellsTheType()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, type);
        QCOMPARE(typeOf(bytes, m_off), type);
    }

    void agreesByRulesWithAssemblyline()
    {
        compareWithGolden("type_by_rules", m_off);
    }

    void agreesWithAssemblyline()
    {
        if (!filetype::Classifier::shared().isAvailable()) {
            QSKIP(qPrintable(filetype::Classifier::shared().reason()));
        }
        compareWithGolden("type", filetype::Classifier::shared());
    }

    void saysWhatToldTheType()
    {
        using filetype::Teller;
        QCOMPARE(filetype::identify(QByteArray("%PDF-1.4\n"), m_off).by, Teller::Magic);
        QCOMPARE(filetype::identify(QByteArray("12"), m_off).by, Teller::Rule); // JSON, which libmagic does not say
        const filetype::Identification script
            = filetype::identify(QByteArray("$a = Get-Item x\nCopy-Item $a y\n"), m_off);
        QCOMPARE(script.by, Teller::Rule);
        QCOMPARE(script.mime, std::string("text/plain"));
        QVERIFY(!script.magic.empty());
        // The classifier is asked for 200 bytes and more only.
        QVERIFY(!filetype::identify(QByteArray(199, 'a'), m_off).withoutClassifier);
        QVERIFY(filetype::identify(QByteArray(200, 'a'), m_off).withoutClassifier);
    }

    // A library for Linux that may be executed stays a library, as it is on a server.
    void ignoresThePermissionsOfTheFile()
    {
        QByteArray library = QByteArray("\x7f"
                                        "ELF\2\1\1",
            7);
        library.append(9, '\0').append(QByteArray::fromHex("03003e0001000000")).append(300, '\0');
        QTemporaryFile file;
        QVERIFY(file.open());
        QCOMPARE(file.write(library), library.size());
        QVERIFY(file.flush());
        const std::string type = filetype::identify(file, m_off).type;
        QCOMPARE(type, std::string("executable/linux/so64"));
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QCOMPARE(filetype::identify(file, m_off).type, type);
        QCOMPARE(filetype::identify(library, m_off).type, type);
    }

    // Cut off or forged headers must not lead out of the bytes.
    void bearsAnyBeginning()
    {
        const QByteArray whole = program(0x8664, 0x0002);
        for (qsizetype size = 0; size < whole.size(); size += 7) {
            QVERIFY(!typeOf(whole.first(size), m_off).isEmpty());
        }
        QByteArray forged = program(0x8664, 0x0002);
        forged.replace(0x3c, 4, "\xff\xff\xff\xff");
        QVERIFY(!typeOf(forged, m_off).isEmpty());
    }

private:
    void compareWithGolden(const char* key, filetype::Classifier& classifier)
    {
        const json::Value cases = test::jsonFixture(QStringLiteral("filetypes/cases.json"));
        QVERIFY(cases.size() > 100);
        QStringList differing;
        for (const json::Value& one : cases.toArray()) {
            const std::string_view content = one["content"].toString();
            const QByteArray bytes = QByteArray::fromBase64(QByteArray(content.data(), qsizetype(content.size())));
            const std::string type = filetype::identify(bytes, classifier).type;
            // libmagic 5.46 no longer takes a repeated sentence with one comma for a table; Assemblyline runs with 5.44.
            const bool isNoTable = magic_version() > 544 && one["name"].toString() == "note_long";
            if (type != (isNoTable ? "text/plain" : one[key].toString())) {
                differing << QStringLiteral("%1: %2").arg(
                    QString::fromStdString(std::string(one["name"].toString())), QString::fromStdString(type));
            }
        }
        QVERIFY2(differing.isEmpty(), qPrintable(differing.join(u'\n')));
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

    filetype::Classifier m_off{QStringLiteral("off")};
};

REGISTER_TEST(FileTypeTest)
#include "filetypetest.moc"
