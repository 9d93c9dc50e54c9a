// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/reportarchive.h"
#include "support/testregistry.h"
#include "support/zipwriter.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>

using namespace core;

class ReportArchiveTest : public QObject {
    Q_OBJECT

private:
    QString path() const { return m_folder.filePath(QStringLiteral("report.zip")); }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void cleanup() { QFile::remove(path()); }

    // The directory promises more than the entry's own data hold: the check sum is never come to.
    void anEntryThatEndsEarlyIsDamaged()
    {
        {
            test::ZipWriter zip(path());
            QVERIFY(zip.add(QStringLiteral("a"), QByteArray(1000, 'x')));
        }
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        const qsizetype directory = bytes.indexOf("PK\x01\x02");
        QVERIFY(directory > 0);
        qToLittleEndian<quint32>(2000, bytes.data() + directory + 24); // the size of what comes out
        QVERIFY(file.seek(0) && file.write(bytes) == bytes.size());
        file.close();
        Result<ReportArchive> archive = ReportArchive::open(path());
        QVERIFY(archive.has_value());
        QBuffer out;
        QVERIFY(out.open(QIODevice::WriteOnly));
        QCOMPARE(archive->readTo(QStringLiteral("a"), out).error().code, ErrorCode::BadArchive);
        QCOMPARE(archive->read(QStringLiteral("a")).error().code, ErrorCode::BadArchive);
    }

    void listsAndReadsFilesInOrder()
    {
        {
            test::ZipWriter zip(path());
            QVERIFY(zip.add(QStringLiteral("reports/lite.json"), "{}"));
            QVERIFY(zip.add(QStringLiteral("files/"), {}, 0040755));
            QVERIFY(zip.add(QStringLiteral("files/a"), "alpha"));
            QVERIFY(zip.add(QStringLiteral("empty"), {}));
        }
        Result<ReportArchive> archive = ReportArchive::open(path());
        QVERIFY(archive.has_value());
        QStringList names;
        for (const ArchiveEntry& entry : archive->entries()) {
            names.append(entry.name);
        }
        QCOMPARE(names,
            (QStringList{QStringLiteral("reports/lite.json"), QStringLiteral("files/a"), QStringLiteral("empty")}));
        QCOMPARE(archive->find(QStringLiteral("files/a"))->size, 5);
        QCOMPARE(archive->read(QStringLiteral("files/a")).value(), QByteArray("alpha"));
        QCOMPARE(archive->read(QStringLiteral("empty")).value(), QByteArray());
        QCOMPARE(archive->readLiteReport()->view(), std::string_view("{}"));
        QCOMPARE(archive->read(QStringLiteral("files/a")).value(), QByteArray("alpha"));
        QCOMPARE(archive->read(QStringLiteral("files/A")).error().code, ErrorCode::NotFound);
    }

    void streamsIntoADevice()
    {
        QByteArray big(3'000'000, 'x');
        big[1'234'567] = 'y';
        QVERIFY(test::ZipWriter(path()).add(QStringLiteral("big"), big));
        Result<ReportArchive> archive = ReportArchive::open(path());
        QVERIFY(archive.has_value());
        QBuffer out;
        QVERIFY(out.open(QIODevice::WriteOnly));
        QCOMPARE(archive->readTo(QStringLiteral("big"), out).value(), big.size());
        QCOMPARE(out.data(), big);
        QBuffer closed;
        QVERIFY(closed.open(QIODevice::ReadOnly));
        QCOMPARE(archive->readTo(QStringLiteral("big"), closed).error().code, ErrorCode::CannotWrite);
        QBuffer small;
        QVERIFY(small.open(QIODevice::WriteOnly));
        QCOMPARE(archive->readTo(QStringLiteral("big"), small, 1000).error().code, ErrorCode::TooLarge);
    }

    void refusesPathsThatClimb_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"../x", "a/../../x", "/etc/x", "..", "a\\..\\..\\x", "\\x", "C:\\x", "C:x"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }

    void refusesPathsThatClimb()
    {
        QFETCH(QString, name);
        {
            test::ZipWriter zip(path());
            QVERIFY(zip.add(QStringLiteral("reports/lite.json"), "{}"));
            QVERIFY(zip.add(name, "x"));
        }
        QCOMPARE(ReportArchive::open(path()).error().code, ErrorCode::BadArchive);
    }

    void namesWithDotsAreFine()
    {
        QVERIFY(test::ZipWriter(path()).add(QStringLiteral("a..b/...c"), "x"));
        QVERIFY(ReportArchive::open(path()).has_value());
    }

    void refusesLinksAndDevices_data()
    {
        QTest::addColumn<quint32>("mode");
        QTest::newRow("symbolic link") << quint32(0120777);
        QTest::newRow("device") << quint32(0020666);
        QTest::newRow("pipe") << quint32(0010666);
    }

    void refusesLinksAndDevices()
    {
        QFETCH(quint32, mode);
        QVERIFY(test::ZipWriter(path()).add(QStringLiteral("files/link"), "/etc/passwd", mode));
        QCOMPARE(ReportArchive::open(path()).error().code, ErrorCode::BadArchive);
    }

    void refusesRepeatedNames()
    {
        {
            test::ZipWriter zip(path());
            QVERIFY(zip.add(QStringLiteral("a"), "1"));
            QVERIFY(zip.add(QStringLiteral("a"), "2"));
        }
        QCOMPARE(ReportArchive::open(path()).error().code, ErrorCode::BadArchive);
    }

    void refusesTooManyEntries()
    {
        {
            test::ZipWriter zip(path());
            for (int i = 0; i < 11; ++i) {
                QVERIFY(zip.add(QString::number(i), "x"));
            }
        }
        ArchiveLimits limits;
        limits.entries = 10;
        QCOMPARE(ReportArchive::open(path(), limits).error().code, ErrorCode::TooLarge);
        limits.entries = 11;
        QVERIFY(ReportArchive::open(path(), limits).has_value());
    }

    void bytesAreLimitedAsTheyAreInflated()
    {
        const QByteArray zeros(8'000'000, '\0');
        {
            test::ZipWriter zip(path());
            QVERIFY(zip.add(QStringLiteral("a"), zeros));
            QVERIFY(zip.add(QStringLiteral("b"), zeros));
        }
        ArchiveLimits limits;
        limits.entryBytes = 7'999'999;
        QCOMPARE(ReportArchive::open(path(), limits)->read(QStringLiteral("a")).error().code, ErrorCode::TooLarge);
        limits = {};
        limits.totalBytes = 12'000'000;
        Result<ReportArchive> archive = ReportArchive::open(path(), limits);
        QVERIFY(archive->read(QStringLiteral("a")).has_value());
        QCOMPARE(archive->read(QStringLiteral("b")).error().code, ErrorCode::TooLarge);
        limits = {};
        limits.ratioFloor = 1 << 20;
        QCOMPARE(ReportArchive::open(path(), limits)->read(QStringLiteral("a")).error().code, ErrorCode::TooLarge);
        QCOMPARE(ReportArchive::open(path())->read(QStringLiteral("a"), 100).error().code, ErrorCode::TooLarge);
        QCOMPARE(ReportArchive::open(path())->read(QStringLiteral("a")).value(), zeros);
    }

    void damageIsFound()
    {
        QVERIFY(test::ZipWriter(path()).add(QStringLiteral("a"), "the quick brown fox", 0100644, true));
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        bytes.replace("quick", "quack");
        file.seek(0);
        file.write(bytes);
        file.close();
        QCOMPARE(ReportArchive::open(path())->read(QStringLiteral("a")).error().code, ErrorCode::BadArchive);
        QVERIFY(file.resize(file.size() - 30));
        QCOMPARE(ReportArchive::open(path()).error().code, ErrorCode::BadArchive);
    }

    void passwordsAreNamed()
    {
        QVERIFY(test::ZipWriter(path()).add(QStringLiteral("a"), "x", 0100644, false, "infected"));
        const Result<QByteArray> read = ReportArchive::open(path())->read(QStringLiteral("a"));
        QCOMPARE(read.error().code, ErrorCode::BadArchive);
        QVERIFY(read.error().message.contains(QStringLiteral("password")));
    }

    void aMissingLiteReportSaysWhatToDo()
    {
        QVERIFY(test::ZipWriter(path()).add(QStringLiteral("reports/report.json"), "{}"));
        const Result<PaddedBuffer> read = ReportArchive::open(path())->readLiteReport();
        QCOMPARE(read.error().code, ErrorCode::NoLiteReport);
        QVERIFY(read.error().message.contains(QStringLiteral("[litereport]")));
    }

    void readingCanBeStopped()
    {
        QVERIFY(test::ZipWriter(path()).add(QStringLiteral("reports/lite.json"), "{}"));
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(ReportArchive::open(path())->readLiteReport(-1, stop.get_token()).error().code, ErrorCode::Cancelled);
    }

    void otherFilesAreErrors()
    {
        QCOMPARE(ReportArchive::open(QStringLiteral("/nonexistent.zip")).error().code, ErrorCode::CannotRead);
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("PK\x03\x04 and nothing else");
        file.close();
        QCOMPARE(ReportArchive::open(path()).error().code, ErrorCode::BadArchive);
    }
};

REGISTER_TEST(ReportArchiveTest)
#include "reportarchivetest.moc"
