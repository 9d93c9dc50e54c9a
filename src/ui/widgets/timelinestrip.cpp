// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timelinestrip.h"

#include "ui/text/format.h"
#include "ui/text/safetext.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace ui {

namespace {

constexpr int laneHeight = 20;
constexpr int labelWidth = 96;
constexpr int axisHeight = 18;
constexpr int markWidth = 3;
constexpr int reach = 4; // pixels beside a mark that still hit it

} // namespace

TimelineStrip::TimelineStrip(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    setAccessibleName(tr("Timeline of the analysis"));
}

QSize TimelineStrip::sizeHint() const
{
    return {600, int(m_lanes.size()) * laneHeight + axisHeight + 4};
}

void TimelineStrip::setEvents(std::vector<Event> events, double start, double end)
{
    m_events = std::move(events);
    m_start = start;
    m_end = end > start ? end : start + 1;
    updateGeometry();
    update();
}

QRect TimelineStrip::track() const
{
    return rect().adjusted(labelWidth, 2, -8, -axisHeight);
}

int TimelineStrip::x(double time) const
{
    const double part = std::clamp((time - m_start) / (m_end - m_start), 0.0, 1.0);
    return track().left() + int(part * (track().width() - markWidth));
}

int TimelineStrip::eventAt(const QPoint& place) const
{
    const int lane = (place.y() - track().top()) / laneHeight;
    int nearest = -1;
    int distance = reach + 1;
    for (std::size_t i = 0; i < m_events.size(); ++i) {
        const int away = std::abs(x(m_events[i].time) + markWidth / 2 - place.x());
        if (m_events[i].lane == lane && away < distance) {
            nearest = int(i);
            distance = away;
        }
    }
    return nearest;
}

void TimelineStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(Theme::dimFont());
    const QRect area = track();
    for (int lane = 0; lane < m_lanes.size(); ++lane) {
        const QRect row(area.left(), area.top() + lane * laneHeight, area.width(), laneHeight);
        painter.setPen(Theme::color(Token::Dim));
        painter.drawText(
            QRect(8, row.top(), labelWidth - 16, laneHeight), Qt::AlignLeft | Qt::AlignVCenter, m_lanes[lane]);
        painter.setPen(Theme::color(Token::Line));
        painter.drawLine(row.left(), row.center().y(), row.right(), row.center().y());
    }
    for (const Event& event : m_events) {
        const int top = area.top() + event.lane * laneHeight + 3;
        painter.fillRect(QRect(x(event.time), top, markWidth, laneHeight - 6), Theme::color(event.token));
    }
    painter.setPen(Theme::color(Token::Dim));
    const QRect axis(area.left(), height() - axisHeight, area.width(), axisHeight);
    painter.drawText(axis, Qt::AlignLeft | Qt::AlignVCenter, formatClock(m_start));
    painter.drawText(axis, Qt::AlignCenter, formatDuration(m_end - m_start));
    painter.drawText(axis, Qt::AlignRight | Qt::AlignVCenter, formatClock(m_end));
}

void TimelineStrip::mousePressEvent(QMouseEvent* event)
{
    if (const int hit = eventAt(event->position().toPoint()); hit >= 0) {
        Q_EMIT activated(hit);
    }
}

bool TimelineStrip::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int hit = eventAt(help->pos());
        QToolTip::showText(help->globalPos(), hit < 0 ? QString() : safeToolTip(m_events[std::size_t(hit)].text), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace ui
