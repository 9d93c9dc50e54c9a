// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace ui {

// The whole run of an analysis as a strip: one lane a kind of event, a mark an event. A click goes to an event, a drag
// selects a time. With the keyboard, Left and Right go through the events of a lane, Up and Down to another lane, Shift
// with Left and Right selects a time; Enter asks for the selected time, or goes to the event where none is selected;
// Escape drops the selection.
class TimelineStrip : public QWidget {
    Q_OBJECT
public:
    struct Event {
        double time = 0; // seconds
        int lane = 0;
        QString text;
        Token token = Token::Accent;
    };
    using Range = std::pair<double, double>;

    explicit TimelineStrip(QWidget* parent = nullptr);

    void setLanes(const QStringList& names);
    // How a time reads.
    void setTimeText(std::function<QString(double time)> text);
    void setEvents(std::vector<Event> events, double start, double end);
    // The time to which the report is narrowed, shown as a band.
    void setFilter(const std::optional<Range>& filter);
    const std::optional<Range>& selection() const { return m_selection; }
    // The event that has the cursor; -1: none.
    int currentEvent() const { return m_current; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void activated(int event);
    void timeRequested(double from, double to);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRect track() const;
    int x(double time) const;
    double timeAt(int x) const;
    int eventAt(const QPoint& place) const; // -1: none
    int neighbour(int step) const; // in the current event's lane
    int nearestIn(int lane) const;
    void moveCursor(int event, bool selects);
    void setSelection(const std::optional<Range>& selection);
    void tellAccessibility();
    void paintRange(QPainter* painter, const Range& range, Token token) const;

    QStringList m_lanes;
    std::function<QString(double time)> m_timeText;
    std::vector<Event> m_events;
    std::vector<int> m_byTime; // the events in order of time
    double m_start = 0;
    double m_end = 1;
    int m_current = -1;
    int m_anchor = -1; // the event at which the keyboard's selection began
    std::optional<Range> m_selection;
    std::optional<Range> m_filter;
    std::optional<QPoint> m_pressed;
};

} // namespace ui
