// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/exportnotice.h"
#include "support/testregistry.h"

#include <QDir>
#include <QToolButton>
#include <QtTest>

class ExportNoticeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysHowManyAndOpensTheirFolder();
};

void ExportNoticeTest::saysHowManyAndOpensTheirFolder()
{
    ui::ExportNotice notice;
    QVERIFY(notice.isHidden());
    const QString folder = QDir::tempPath() + QStringLiteral("/case 2291");
    QStringList paths;
    for (const char* name : {"result.json", "ontology.json", "service.json", "bundle.tar.gz", "a.cart"}) {
        paths << folder + QLatin1Char('/') + QLatin1StringView(name);
    }
    notice.show(paths);
    QVERIFY(!notice.isHidden());
    QVERIFY(notice.text().contains(QLatin1Char('5')) && notice.text().contains(folder));
    QVERIFY(!notice.text().contains(QLatin1String("result.json")));
    QSignalSpy asked(&notice, &ui::ExportNotice::openRequested);
    notice.findChild<QToolButton*>(QStringLiteral("openFolder"))->click();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].toString(), folder);
    notice.show({});
    QCOMPARE(notice.folder(), folder); // nothing was exported
}

REGISTER_TEST(ExportNoticeTest)
#include "exportnoticetest.moc"
