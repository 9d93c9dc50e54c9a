// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timelinestrip.h"

#include "ui/text/format.h"
#include "ui/text/reporttime.h"
#include "ui/text/safetext.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <numeric>

namespace ui {

namespace {

constexpr int laneHeight = 20;
constexpr int labelWidth = 96;
constexpr int axisHeight = 20;
constexpr int markWidth = 3;
constexpr int reach = 4; // pixels beside a mark that still hit it

} // namespace

TimelineStrip::TimelineStrip(QWidget* parent)
    : QWidget(parent)
    , m_timeText(runTimeText)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Timeline of the analysis"));
}

QSize TimelineStrip::sizeHint() const
{
    return {600, int(m_lanes.size()) * laneHeight + axisHeight + 4};
}

void TimelineStrip::setLanes(const QStringList& names)
{
    m_lanes = names;
    updateGeometry();
}

void TimelineStrip::setTimeText(std::function<QString(double)> text)
{
    m_timeText = std::move(text);
    update();
}

void TimelineStrip::setEvents(std::vector<Event> events, double start, double end)
{
    m_events = std::move(events);
    m_byTime.resize(m_events.size());
    std::iota(m_byTime.begin(), m_byTime.end(), 0);
    std::ranges::stable_sort(m_byTime, {}, [this](int event) { return m_events[std::size_t(event)].time; });
    m_start = start;
    m_end = end > start ? end : start + 1;
    m_current = -1;
    m_anchor = -1;
    m_selection.reset();
    setEnabled(!m_events.empty());
    updateGeometry();
    update();
}

void TimelineStrip::setFilter(const std::optional<Range>& filter)
{
    m_filter = filter;
    m_anchor = -1;
    setSelection(std::nullopt);
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

double TimelineStrip::timeAt(int place) const
{
    const double part = double(place - track().left()) / std::max(1, track().width() - markWidth);
    return m_start + std::clamp(part, 0.0, 1.0) * (m_end - m_start);
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

int TimelineStrip::neighbour(int step) const
{
    const auto here = std::ranges::find(m_byTime, m_current);
    if (here == m_byTime.end()) {
        return m_byTime.empty() ? -1 : m_byTime.front();
    }
    const int lane = m_events[std::size_t(m_current)].lane;
    const auto count = int(m_byTime.size());
    for (int at = int(here - m_byTime.begin()) + step; at >= 0 && at < count; at += step) {
        if (m_events[std::size_t(m_byTime[std::size_t(at)])].lane == lane) {
            return m_byTime[std::size_t(at)];
        }
    }
    return m_current;
}

int TimelineStrip::nearestIn(int lane) const
{
    int nearest = -1;
    double distance = 0;
    const double time = m_current < 0 ? m_start : m_events[std::size_t(m_current)].time;
    for (const int event : m_byTime) {
        const double away = std::abs(m_events[std::size_t(event)].time - time);
        if (m_events[std::size_t(event)].lane == lane && (nearest < 0 || away < distance)) {
            nearest = event;
            distance = away;
        }
    }
    return nearest;
}

void TimelineStrip::moveCursor(int event, bool selects)
{
    if (event < 0) {
        return;
    }
    if (selects && m_anchor < 0) {
        m_anchor = m_current < 0 ? event : m_current;
    }
    m_current = event;
    if (selects) {
        const double from = m_events[std::size_t(m_anchor)].time;
        const double to = m_events[std::size_t(event)].time;
        setSelection(Range(std::min(from, to), std::max(from, to)));
    } else {
        m_anchor = -1;
        setSelection(std::nullopt);
    }
}

void TimelineStrip::setSelection(const std::optional<Range>& selection)
{
    m_selection = selection;
    tellAccessibility();
    update();
}

void TimelineStrip::tellAccessibility()
{
    QString text = m_current < 0 ? QString() : safeText(m_events[std::size_t(m_current)].text);
    if (m_selection) {
        text = tr("%1 to %2 selected; Enter narrows the report to it")
                   .arg(m_timeText(m_selection->first), m_timeText(m_selection->second));
    }
    if (text == accessibleDescription()) {
        return;
    }
    setAccessibleDescription(text);
    QAccessibleEvent change(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&change);
}

void TimelineStrip::paintRange(QPainter* painter, const Range& range, Token token) const
{
    QColor band = Theme::color(token);
    band.setAlphaF(0.22F);
    const int left = x(range.first);
    painter->fillRect(QRect(left, track().top(), std::max(x(range.second) + markWidth - left, markWidth),
                          int(m_lanes.size()) * laneHeight),
        band);
}

void TimelineStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(Theme::dimFont());
    const QRect area = track();
    if (m_filter) {
        paintRange(&painter, *m_filter, Token::Dim);
    }
    if (m_selection) {
        paintRange(&painter, *m_selection, Token::Accent);
    }
    for (int lane = 0; lane < m_lanes.size(); ++lane) {
        const QRect row(area.left(), area.top() + lane * laneHeight, area.width(), laneHeight);
        painter.setPen(Theme::color(Token::Dim));
        painter.drawText(
            QRect(0, row.top(), labelWidth - 8, laneHeight), Qt::AlignLeft | Qt::AlignVCenter, m_lanes[lane]);
        painter.setPen(Theme::color(Token::Line));
        painter.drawLine(row.left(), row.center().y(), row.right(), row.center().y());
    }
    for (const Event& event : m_events) {
        const int top = area.top() + event.lane * laneHeight + 3;
        painter.fillRect(QRect(x(event.time), top, markWidth, laneHeight - 6), Theme::color(event.token));
    }
    if (m_events.empty()) {
        painter.setPen(Theme::color(Token::Dim));
        painter.drawText(area, Qt::AlignCenter, tr("Nothing in this report says when it happened"));
        return;
    }
    if (m_current >= 0 && hasFocus()) {
        const Event& event = m_events[std::size_t(m_current)];
        painter.setPen(QPen(Theme::color(Token::Accent), 1.5));
        painter.drawRect(x(event.time) - 3, area.top() + event.lane * laneHeight + 1, markWidth + 5, laneHeight - 3);
    }
    const QRect axis(area.left(), height() - axisHeight, area.width(), axisHeight);
    const int clockWidth = painter.fontMetrics().horizontalAdvance(m_timeText(m_end)) + 12;
    painter.setPen(Theme::color(Token::Dim));
    painter.drawText(axis, Qt::AlignLeft | Qt::AlignVCenter, m_timeText(m_start));
    painter.drawText(axis, Qt::AlignRight | Qt::AlignVCenter, m_timeText(m_end));
    const bool isTold = hasFocus() && !accessibleDescription().isEmpty();
    const QRect middle = axis.adjusted(clockWidth, 0, -clockWidth, 0);
    painter.setPen(Theme::color(isTold ? Token::Text : Token::Dim));
    painter.drawText(middle, Qt::AlignCenter | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(
            isTold ? accessibleDescription() : formatDuration(m_end - m_start), Qt::ElideRight, middle.width()));
}

void TimelineStrip::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        m_pressed = event->position().toPoint();
        setSelection(std::nullopt);
    }
}

void TimelineStrip::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint place = event->position().toPoint();
    if (m_pressed && (m_selection || std::abs(place.x() - m_pressed->x()) > reach)) {
        const double one = timeAt(m_pressed->x());
        const double other = timeAt(place.x());
        setSelection(Range(std::min(one, other), std::max(one, other)));
    }
}

void TimelineStrip::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_pressed || event->button() != Qt::LeftButton) {
        return;
    }
    m_pressed.reset();
    if (m_selection) {
        const Range range = *m_selection;
        Q_EMIT timeRequested(range.first, range.second);
    } else if (const int hit = eventAt(event->position().toPoint()); hit >= 0) {
        m_current = hit;
        Q_EMIT activated(hit);
    }
}

void TimelineStrip::keyPressEvent(QKeyEvent* event)
{
    const bool selects = event->modifiers() & Qt::ShiftModifier;
    const int lane = m_current < 0 ? 0 : m_events[std::size_t(m_current)].lane;
    switch (event->key()) {
    case Qt::Key_Left:
        return moveCursor(neighbour(-1), selects);
    case Qt::Key_Right:
        return moveCursor(neighbour(1), selects);
    case Qt::Key_Up:
        return moveCursor(nearestIn(lane - 1), selects);
    case Qt::Key_Down:
        return moveCursor(nearestIn(lane + 1), selects);
    case Qt::Key_Home:
        return moveCursor(m_byTime.empty() ? -1 : m_byTime.front(), selects);
    case Qt::Key_End:
        return moveCursor(m_byTime.empty() ? -1 : m_byTime.back(), selects);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_selection) {
            const Range range = *m_selection;
            Q_EMIT timeRequested(range.first, range.second);
        } else if (m_current >= 0) {
            Q_EMIT activated(m_current);
        }
        return;
    case Qt::Key_Escape:
        if (m_selection) {
            m_anchor = -1;
            return setSelection(std::nullopt);
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void TimelineStrip::focusInEvent(QFocusEvent* event)
{
    const bool byKeyboard = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (m_current < 0 && byKeyboard && !m_byTime.empty()) {
        moveCursor(m_byTime.front(), false);
    }
    QWidget::focusInEvent(event);
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
