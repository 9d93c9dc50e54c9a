// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/reportinsertion.h"

#include "core/archive/reportarchive.h"
#include "support/testregistry.h"
#include "testpaths.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

class ReportInsertionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bothAreReadAsOne();
    void refusesWhatIsNoArchive();

private:
    QString write(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

    QTemporaryDir m_folder;
};

void ReportInsertionTest::bothAreReadAsOne()
{
    const QString zip = m_folder.filePath(QStringLiteral("lite.zip"));
    QVERIFY(QFile::copy(QStringLiteral(CAPEWB_FIXTURES
        "/cape-api/045_report_lite_zip_lite_json_missing.response.zip"), zip));
    QVERIFY(QFile::setPermissions(zip, QFile::ReadOwner | QFile::WriteOwner));
    std::vector<QString> before;
    {
        const auto archive = core::ReportArchive::open(zip);
        QVERIFY(archive);
        for (const core::ArchiveEntry& entry : archive->entries()) {
            before.push_back(entry.name);
        }
    }
    // Larger than a piece of it is.
    const QByteArray json = R"({"info":{"id":7},"padding":")" + QByteArray(3'000'000, 'a') + "\"}";
    const QString report = write(QStringLiteral("report.json"), json);
    QVERIFY(core::insertReport(zip, report));
    QVERIFY(!QFile::exists(report));
    auto archive = core::ReportArchive::open(zip);
    QVERIFY(archive);
    QCOMPARE(archive->read(QStringLiteral("reports/lite.json")).value_or(QByteArray()), json);
    QCOMPARE(archive->entries().size(), before.size() + 1);
    for (const QString& name : before) {
        QVERIFY2(archive->read(name), qPrintable(name)); // and nothing else was harmed
    }
}

void ReportInsertionTest::refusesWhatIsNoArchive()
{
    const QString report = write(QStringLiteral("a.json"), "{}");
    QVERIFY(!core::insertReport(write(QStringLiteral("rubbish.zip"), "rubbish"), report));
    QVERIFY(QFile::exists(report));
    QVERIFY(!core::insertReport(m_folder.filePath(QStringLiteral("a.zip")), QStringLiteral("/no/such/file")));
}

REGISTER_TEST(ReportInsertionTest)
#include "reportinsertiontest.moc"
