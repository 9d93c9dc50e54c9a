// SPDX-License-Identifier: GPL-3.0-or-later
#include "goldencase.h"
#include "support/testregistry.h"
#include "testpaths.h"

#include <QFileInfo>
#include <QtTest>

// Report ZIPs with what the reference service made of them and of their files.
class GoldenZipsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void convertsAsTheService_data()
    {
        QTest::addColumn<QString>("folder");
        const QStringList cases = test::goldenCases(QStringLiteral(CAPEWB_FIXTURES "/golden/zips"));
        QVERIFY(cases.size() >= 15);
        for (const QString& folder : cases) {
            QTest::newRow(qPrintable(QFileInfo(folder).fileName())) << folder;
        }
    }

    void convertsAsTheService()
    {
        QFETCH(QString, folder);
        const QStringList found = test::goldenZipDifferences(folder);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }
};

REGISTER_TEST(GoldenZipsTest)
#include "goldenzipstest.moc"
