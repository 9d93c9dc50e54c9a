// SPDX-License-Identifier: GPL-3.0-or-later
#include "goldencase.h"
#include "support/testregistry.h"

#include "core/report/reportparser.h"
#include "core/result/resultbuilder.h"
#include "testpaths.h"

#include <QFileInfo>
#include <QtTest>

using namespace core;

// Reports with what the reference service made of them: the conversion must make the same.
class GoldenTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void convertsAsTheService_data()
    {
        QTest::addColumn<QString>("folder");
        const QStringList cases = test::goldenCases(QStringLiteral(CAPEWB_FIXTURES "/golden/synthetic"));
        QVERIFY(cases.size() >= 30);
        for (const QString& folder : cases) {
            QTest::newRow(qPrintable(QFileInfo(folder).fileName())) << folder;
        }
    }

    void convertsAsTheService()
    {
        QFETCH(QString, folder);
        const QStringList found = test::goldenDifferences(folder);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    void namesWhatWasMissing()
    {
        const QByteArray text = "{\"info\": {\"id\": 1, \"started\": \"2024-01-01 00:00:00\","
                                "\"ended\": \"2024-01-01 00:01:00\", \"duration\": 60, \"version\": \"2.4-CAPE\"}}";
        const auto report = ReportParser::parse(text);
        QVERIFY(report);
        const auto result = buildResult(**report, {});
        QVERIFY(result);
        QVERIFY((*result)->warnings.join(u' ').contains(QStringLiteral("route")));
        QCOMPARE((*result)->ontology["sandboxes"].size(), std::size_t(1));
    }

    void stopsWhenAsked()
    {
        const auto report = ReportParser::parse(QByteArray("{\"info\": {\"id\": 1}}"));
        QVERIFY(report);
        std::stop_source source;
        source.request_stop();
        const auto result = buildResult(**report, {}, {}, source.get_token());
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
    }
};

REGISTER_TEST(GoldenTest)
#include "goldentest.moc"
