// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timelinestrip.h"
#include "support/testregistry.h"

#include <QSignalSpy>

class TimelineStripTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void goesThroughEventsByKeyboard();
    void selectsATimeByKeyboard();
    void selectsATimeByMouse();
    void bearsNoEvents();
};

namespace {

using Strip = ui::TimelineStrip;

// Not in order of time: the report's order is its own.
std::unique_ptr<Strip> makeStrip()
{
    auto strip = std::make_unique<Strip>();
    strip->setLanes({QStringLiteral("Processes"), QStringLiteral("Network")});
    strip->setEvents({{130, 0, QStringLiteral("late")}, {100, 0, QStringLiteral("early")},
                         {110, 1, QStringLiteral("query")}, {120, 0, QStringLiteral("middle")}},
        100, 130);
    strip->resize(600, strip->sizeHint().height());
    strip->show();
    return strip;
}

} // namespace

void TimelineStripTest::goesThroughEventsByKeyboard()
{
    const auto strip = makeStrip();
    QVERIFY(strip->focusPolicy() & Qt::TabFocus);
    QSignalSpy activated(strip.get(), &Strip::activated);
    const auto press = [&strip](Qt::Key key) { QTest::keyClick(strip.get(), key); };
    press(Qt::Key_Right);
    QCOMPARE(strip->currentEvent(), 1);
    QVERIFY(strip->accessibleDescription().contains(QLatin1String("early")));
    press(Qt::Key_Right);
    QCOMPARE(strip->currentEvent(), 3);
    press(Qt::Key_Down);
    QCOMPARE(strip->currentEvent(), 2);
    press(Qt::Key_Up);
    press(Qt::Key_End);
    QCOMPARE(strip->currentEvent(), 0);
    press(Qt::Key_Right);
    QCOMPARE(strip->currentEvent(), 0);
    press(Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated[0][0].toInt(), 0);
}

void TimelineStripTest::selectsATimeByKeyboard()
{
    const auto strip = makeStrip();
    QSignalSpy asked(strip.get(), &Strip::timeRequested);
    QTest::keyClick(strip.get(), Qt::Key_Home);
    QTest::keyClick(strip.get(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(strip->selection(), std::optional(Strip::Range(100, 120)));
    QTest::keyClick(strip.get(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(strip->selection(), std::optional(Strip::Range(100, 130)));
    QTest::keyClick(strip.get(), Qt::Key_Left, Qt::ShiftModifier);
    QTest::keyClick(strip.get(), Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].toDouble(), 100.0);
    QCOMPARE(asked[0][1].toDouble(), 120.0);
    QTest::keyClick(strip.get(), Qt::Key_Escape);
    QVERIFY(!strip->selection());
    QTest::keyClick(strip.get(), Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(strip->selection());
    QTest::keyClick(strip.get(), Qt::Key_Left);
    QVERIFY(!strip->selection());
}

void TimelineStripTest::selectsATimeByMouse()
{
    const auto strip = makeStrip();
    QSignalSpy asked(strip.get(), &Strip::timeRequested);
    QSignalSpy activated(strip.get(), &Strip::activated);
    QTest::mousePress(strip.get(), Qt::LeftButton, {}, {200, 8});
    QTest::mouseMove(strip.get(), {400, 8});
    QMouseEvent move(QEvent::MouseMove, QPointF(400, 8), QPointF(400, 8), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(strip.get(), &move);
    QTest::mouseRelease(strip.get(), Qt::LeftButton, {}, {400, 8});
    QCOMPARE(asked.count(), 1);
    QVERIFY(asked[0][0].toDouble() > 100 && asked[0][0].toDouble() < asked[0][1].toDouble());
    QVERIFY(asked[0][1].toDouble() < 130);
    QCOMPARE(activated.count(), 0);
    strip->setFilter(Strip::Range(105, 115));
    QVERIFY(!strip->selection());
    QVERIFY(!strip->grab().isNull());
}

void TimelineStripTest::bearsNoEvents()
{
    Strip strip;
    strip.setLanes({QStringLiteral("Processes")});
    strip.setEvents({}, 0, 1);
    QSignalSpy activated(&strip, &Strip::activated);
    for (const auto key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Home, Qt::Key_Return, Qt::Key_Escape}) {
        QKeyEvent press(QEvent::KeyPress, key, Qt::ShiftModifier);
        strip.setEnabled(true);
        QApplication::sendEvent(&strip, &press);
    }
    QCOMPARE(activated.count(), 0);
    QVERIFY(!strip.grab().isNull());
}

REGISTER_TEST(TimelineStripTest)
#include "timelinestriptest.moc"
