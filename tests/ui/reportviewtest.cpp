// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportview.h"

#include "hostilereport.h"
#include "openedreport.h"
#include "support/testregistry.h"
#include "ui/report/pagelist.h"
#include "ui/settings.h"

#include <QtTest>

class ReportViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The counts come with the report; without room of their own they would cut the names.
    void thePageListMakesRoomForItsCounts()
    {
        test::Opened opened(test::report({test::process(1, 0)}));
        auto* list = opened.view->findChild<ui::PageList*>();
        QVERIFY(list);
        QFont large = list->font();
        large.setPointSizeF(large.pointSizeF() * 2);
        list->setFont(large);
        QVERIFY(list->sizeHint().width() > list->width());
        QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 20'000);
        QTRY_VERIFY(list->width() >= list->sizeHint().width());
    }

    void thePageListStaysAsTheAnalystLeftIt()
    {
        test::Opened opened(test::report({test::process(1, 0)}));
        ui::Settings::set(ui::Setting::PageListWidth, 150);
        auto* list = opened.view->findChild<ui::PageList*>();
        QFont large = list->font();
        large.setPointSizeF(large.pointSizeF() * 2);
        list->setFont(large);
        QTRY_VERIFY_WITH_TIMEOUT(opened.isReady(), 20'000);
        QCoreApplication::processEvents();
        QVERIFY(list->width() < list->sizeHint().width());
    }
};

REGISTER_TEST(ReportViewTest)
#include "reportviewtest.moc"
