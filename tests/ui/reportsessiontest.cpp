// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportsession.h"

#include "support/testregistry.h"
#include "support/zipwriter.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using ui::ReportSession;

namespace {

const QByteArray report
    = QByteArrayLiteral(R"({"info":{"id":1},"target":{"category":"file","file":{"name":"a.exe"}}})");

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(bytes);
    }
}

} // namespace

class ReportSessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAndConverts()
    {
        ReportSession session;
        writeZip(QStringLiteral("reports/lite.json"), report);
        QSignalSpy ready(&session, &ReportSession::resultReady);
        session.open(path());
        QTRY_COMPARE(ready.size(), 1);
        QCOMPARE(session.conversion(), ReportSession::Conversion::Done);
        QVERIFY(!session.isReportMissing());
        QCOMPARE(session.name(), QStringLiteral("a.exe"));
    }

    void aZipWithoutItsReportShowsWhatIsMissingAndItsResult()
    {
        ReportSession session;
        writeZip(QStringLiteral("shots/0001.jpg"), "no picture");
        QSignalSpy ready(&session, &ReportSession::resultReady);
        session.open(path());
        QTRY_COMPARE(ready.size(), 1);
        QCOMPARE(session.state(), ReportSession::State::Ready);
        QVERIFY(session.isReportMissing());
        QCOMPARE(session.error().code, core::ErrorCode::NoLiteReport);
        QVERIFY(!session.error().message.isEmpty());
        const core::Section& top = session.result()->sections.front();
        QCOMPARE(top.subsections().front().title(), std::string("The CAPE JSON Report Is Missing!"));
        session.open(QStringLiteral("/nonexistent.json"));
        QTRY_COMPARE(session.state(), ReportSession::State::Failed);
        QVERIFY(!session.isReportMissing());
    }

    void aFailedConversionLeavesTheReportAndSaysWhy()
    {
        ReportSession session;
        writeZip(QStringLiteral("reports/lite.json"), report);
        // The file is damaged between its reading and its conversion.
        connect(&session, &ReportSession::reportReady, this, [this] { write(path(), "PK\x03\x04 damaged"); });
        QSignalSpy failed(&session, &ReportSession::conversionFailed);
        session.open(path());
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(session.conversion(), ReportSession::Conversion::Failed);
        QCOMPARE(session.state(), ReportSession::State::Ready);
        QVERIFY(session.report());
        QVERIFY(!session.result());
        QVERIFY(!session.conversionError().message.isEmpty());
        QVERIFY(session.error().message.isEmpty());
    }

    void aCancelledConversionIsNoLongerUnderWay()
    {
        ReportSession session;
        write(path(), report);
        // Queued: runs once the conversion has been started.
        connect(&session, &ReportSession::reportReady, this, [&session] { session.cancel(); }, Qt::QueuedConnection);
        QSignalSpy failed(&session, &ReportSession::conversionFailed);
        QSignalSpy ready(&session, &ReportSession::resultReady);
        session.open(path());
        QTRY_COMPARE(failed.size() + ready.size(), 1);
        QVERIFY(!session.isConverting());
    }

private:
    void writeZip(const QString& name, const QByteArray& bytes) const
    {
        QFile::remove(path());
        test::ZipWriter(path()).add(name, bytes);
    }

    QString path() const { return m_folder.filePath(QStringLiteral("report")); }

    QTemporaryDir m_folder;
};

REGISTER_TEST(ReportSessionTest)
#include "reportsessiontest.moc"
