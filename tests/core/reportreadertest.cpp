// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportreader.h"
#include "core/report/reportloader.h"
#include "support/testregistry.h"
#include "support/zipwriter.h"
#include "testpaths.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <quazip/quagzipfile.h>

using namespace core;

namespace {

QByteArray fixture()
{
    QFile file(QStringLiteral(CAPEWB_FIXTURES "/reports/s1_0125.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class ReportReaderTest : public QObject {
    Q_OBJECT

private:
    QString write(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

    QString writeGzip(const QString& name, const QByteArray& bytes)
    {
        const QString path = m_folder.filePath(name);
        QuaGzipFile file(path);
        const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        file.close();
        return written ? path : QString();
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void tellsContainersByContent()
    {
        const QByteArray text = fixture();
        const QString zip = m_folder.filePath(QStringLiteral("a.json"));
        QVERIFY(test::ZipWriter(zip).add(QStringLiteral("reports/lite.json"), text));
        const QString gzip = writeGzip(QStringLiteral("b.zip"), text);
        const QString plain = write(QStringLiteral("c.gz"), text);
        const std::size_t calls = (*ReportParser::parse(text))->calls().callCount();
        QVERIFY(calls > 0);
        for (const QString& path : {zip, gzip, plain}) {
            const Result<ReportPtr> report = ReportReader::read(path);
            QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().message));
            QCOMPARE((*report)->calls().callCount(), calls);
            QCOMPARE((*report)->bytes(), std::size_t(text.size()));
        }
    }

    void aCutGzipGivesWhatIsThere()
    {
        QFile whole(writeGzip(QStringLiteral("cut.gz"), fixture()));
        QVERIFY(whole.resize(whole.size() * 3 / 4));
        const Result<ReportPtr> report = ReportReader::read(whole.fileName());
        QVERIFY2(report.has_value(), report ? "" : qPrintable(report.error().message));
        QVERIFY(!(*report)->warnings().empty());
    }

    void aGzipBombStopsAtTheLimit()
    {
        const QString path = writeGzip(QStringLiteral("bomb.gz"), QByteArray(20'000'000, ' '));
        ParseControl control;
        control.limits.bytes = 5'000'000;
        QCOMPARE(ReportReader::read(path, control).error().code, ErrorCode::TooLarge);
    }

    void saysWhatIsWrong()
    {
        QCOMPARE(ReportReader::read(QStringLiteral("/nonexistent")).error().code, ErrorCode::CannotRead);
        QCOMPARE(ReportReader::read(write(QStringLiteral("empty"), {})).error().code, ErrorCode::NotAReport);
        QCOMPARE(ReportReader::read(write(QStringLiteral("gz"), "\x1f\x8b\x08 nonsense")).error().code,
            ErrorCode::BadArchive);
        const QString zip = m_folder.filePath(QStringLiteral("nolite.zip"));
        QVERIFY(test::ZipWriter(zip).add(QStringLiteral("files.json"), "{}"));
        QCOMPARE(ReportReader::read(zip).error().code, ErrorCode::NoLiteReport);
    }

    void loadsOffTheThread()
    {
        const QString path = write(QStringLiteral("load.json"), fixture());
        ReportLoader loader;
        QSignalSpy loaded(&loader, &ReportLoader::loaded);
        QSignalSpy progress(&loader, &ReportLoader::progressChanged);
        loader.load(path);
        QVERIFY(loader.isLoading());
        QTRY_COMPARE(loaded.size(), 1);
        QVERIFY(!loader.isLoading());
        QVERIFY(loaded.at(0).at(0).value<ReportPtr>()->calls().callCount() > 0);
        QCOMPARE(progress.last().at(0).toInt(), 100);
    }

    void theNewestLoadWins()
    {
        const QString first = write(QStringLiteral("first.json"), "{\"info\":{\"id\":1}}");
        const QString second = write(QStringLiteral("second.json"), "{\"info\":{\"id\":2}}");
        ReportLoader loader;
        QSignalSpy loaded(&loader, &ReportLoader::loaded);
        QSignalSpy failed(&loader, &ReportLoader::failed);
        for (int i = 0; i < 20; ++i) {
            loader.load(first);
        }
        loader.load(second);
        QTRY_VERIFY(!loader.isLoading());
        QCOMPARE(loaded.size(), 1);
        QCOMPARE(loaded.at(0).at(0).value<ReportPtr>()->info().id, std::optional<std::int64_t>(2));
        QCOMPARE(failed.size(), 0);
    }

    void aCancelledLoadSaysNothing()
    {
        const QString path = write(QStringLiteral("cancel.json"), fixture());
        ReportLoader loader;
        QSignalSpy loaded(&loader, &ReportLoader::loaded);
        QSignalSpy failed(&loader, &ReportLoader::failed);
        loader.load(path);
        loader.cancel();
        QVERIFY(!loader.isLoading());
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(loaded.size() + failed.size(), 0);
    }

    void aFailedLoadSaysWhy()
    {
        ReportLoader loader;
        QSignalSpy failed(&loader, &ReportLoader::failed);
        loader.load(write(QStringLiteral("page.json"), "<html>"));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.at(0).at(0).value<Error>().code, ErrorCode::NotAReport);
    }
};

REGISTER_TEST(ReportReaderTest)
#include "reportreadertest.moc"
