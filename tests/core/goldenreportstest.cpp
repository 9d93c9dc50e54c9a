// SPDX-License-Identifier: GPL-3.0-or-later
#include "goldencase.h"
#include "support/testregistry.h"
#include "testpaths.h"

#include <QDir>
#include <QtTest>

// All golden reports that lie beside the source tree; the fixtures are a choice of them.
class GoldenReportsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void convertsAsTheService_data()
    {
        QTest::addColumn<QString>("folder");
        const QString golden = QStringLiteral(CAPEWB_SHARED "/golden");
        if (!QDir(golden).exists()) {
            QTest::newRow("absent") << QString();
        }
        for (const char* collection : {"/synthetic", "/real"}) {
            for (const QString& folder : test::goldenCases(golden + QString::fromLatin1(collection))) {
                QTest::newRow(qPrintable(QFileInfo(folder).fileName())) << folder;
            }
        }
    }

    void convertsAsTheService()
    {
        QFETCH(QString, folder);
        if (folder.isEmpty()) {
            QSKIP("the golden reports are not beside this source tree");
        }
        const QStringList found = test::goldenDifferences(folder);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }
};

REGISTER_TEST(GoldenReportsTest)
#include "goldenreportstest.moc"
