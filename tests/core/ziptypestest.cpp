// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testregistry.h"
#include "support/zipwriter.h"

#include "core/filetype/ziptypes.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QtTest>

using namespace core::filetype;

namespace {

// A ZIP of empty files.
QByteArray zip(const QStringList& names)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.zip"));
    {
        test::ZipWriter writer(path);
        for (const QString& name : names) {
            writer.add(name, {});
        }
    }
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::string typeOf(QByteArray bytes)
{
    QBuffer file(&bytes);
    file.open(QIODevice::ReadOnly);
    Content content(file);
    return zipType(content, "otherwise");
}

} // namespace

class ZipTypesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsTheTypeByTheNames_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("type");
        const auto row = [](const char* type, std::initializer_list<const char*> names) {
            QStringList list;
            for (const char* name : names) {
                list << QString::fromLatin1(name);
            }
            QTest::newRow(qPrintable(list.join(u' '))) << list << QString::fromLatin1(type);
        };
        row("archive/zip", {"a.txt"});
        row("archive/zip", {"word/document.xml"});
        row("document/office/word", {"[Content_Types].xml", "_rels/.rels", "word/document.xml"});
        row("document/office/excel", {"[Content_Types].xml", "docProps/app.xml", "xl/workbook.xml"});
        row("document/office/powerpoint", {"[Content_Types].xml", "_rels/.rels", "ppt/presentation.xml"});
        row("document/office/unknown", {"[Content_Types].xml", "_rels/.rels", "visio/document.xml"});
        row("archive/zip",
            {"[Content_Types].xml", "_rels/.rels", "a.nuspec", "package/services/metadata/core-properties/a.psmdcp"});
        row("java/jar", {"META-INF/MANIFEST.MF", "a.txt"});
        row("java/jar", {"A.class", "b.jar", "c.txt"});
        row("archive/zip", {"A.class", "b.txt"});
        row("android/apk", {"META-INF/MANIFEST.MF", "AndroidManifest.xml", "classes.dex"});
        row("ios/ipa", {"Payload/A.app/Info.plist"});
    }

    void tellsTheTypeByTheNames()
    {
        QFETCH(QStringList, names);
        QFETCH(QString, type);
        QCOMPARE(QString::fromStdString(typeOf(zip(names))), type);
    }

    // Self-extracting ones have a program in front; some tools leave something behind.
    void findsTheDirectoryWhereverItLies()
    {
        const QByteArray jar = zip({QStringLiteral("META-INF/MANIFEST.MF")});
        QCOMPARE(typeOf(QByteArray(1000, 'x') + jar), std::string("java/jar"));
        QCOMPARE(typeOf(jar + QByteArray(100, 'x')), std::string("java/jar"));
    }

    void leavesWhatIsCutOff()
    {
        const QByteArray jar = zip({QStringLiteral("META-INF/MANIFEST.MF")});
        for (qsizetype size = 0; size < jar.size(); ++size) {
            QCOMPARE(typeOf(jar.first(size)), std::string("otherwise"));
        }
        QByteArray forged = jar;
        forged.replace(jar.size() - 10, 4, "\xff\xff\xff\x7f"); // the directory's size
        QCOMPARE(typeOf(forged), std::string("otherwise"));
    }
};

REGISTER_TEST(ZipTypesTest)
#include "ziptypestest.moc"
