// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/gzip.h"
#include "core/report/reportreader.h"
#include "support/testregistry.h"

#include <QTemporaryDir>
#include <QtTest>

#include <quazip/quagzipfile.h>

using namespace core;

class GzipTest : public QObject {
    Q_OBJECT

private:
    QString path() const { return m_folder.filePath(QStringLiteral("lite.json.gz")); }

    // `times` copies of the block.
    void write(const QByteArray& block, int times = 1) const
    {
        QuaGzipFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int i = 0; i < times; ++i) {
            QCOMPARE(file.write(block), block.size());
        }
        file.close();
    }

    void change(const std::function<void(QByteArray&)>& damage) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        damage(bytes);
        QVERIFY(file.resize(0) && file.seek(0) && file.write(bytes) == bytes.size());
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void givesTheWholeText()
    {
        const QByteArray block(100'000, 'x');
        write(block, 30);
        const auto read = readGzip(path(), 1 << 24);
        QVERIFY(read);
        QCOMPARE(read->text.size(), std::size_t(3'000'000));
        QVERIFY(read->damage.isEmpty());
        QCOMPARE(readGzip(path(), 2'999'999).error().code, ErrorCode::TooLarge);
    }

    // 100 MB of zeros are 100 KB of gzip.
    void stopsWhatGrowsOutOfAllProportion()
    {
        write(QByteArray(1 << 20, '\0'), 100);
        const auto read = readGzip(path(), std::size_t(1) << 30);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::TooLarge);
        QVERIFY(read.error().message.contains(QStringLiteral("proportion")));
    }

    void aWrongCheckSumIsSaid()
    {
        write("{\"info\": {\"id\": 7}, \"x\": \"" + QByteArray(3'000'000, 'x') + "\"}");
        change([](QByteArray& bytes) { bytes[bytes.size() - 8] = char(bytes[bytes.size() - 8] ^ 1); });
        const auto read = readGzip(path(), 1 << 24);
        QVERIFY(read);
        QVERIFY(!read->damage.isEmpty());
        const auto report = ReportReader::read(path());
        QVERIFY(report);
        QCOMPARE((*report)->info().id, std::optional<std::int64_t>(7));
        QVERIFY((*report)->warnings().front().isOfWholeText());
        QCOMPARE((*report)->warnings().front().what, read->damage);
    }

    void nothingButDamageIsAnError()
    {
        write("text");
        change([](QByteArray& bytes) { bytes.replace(10, bytes.size() - 10, QByteArray(40, '\xff')); });
        QCOMPARE(readGzip(path(), 1 << 20).error().code, ErrorCode::BadArchive);
        QCOMPARE(readGzip(m_folder.filePath(QStringLiteral("none")), 1).error().code, ErrorCode::CannotRead);
    }
};

REGISTER_TEST(GzipTest)
#include "gziptest.moc"
