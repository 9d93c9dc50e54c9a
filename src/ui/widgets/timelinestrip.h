// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

#include <vector>

namespace ui {

// The whole run of an analysis as a strip: one lane a kind of event, a mark an event. Clicking a mark goes to it.
class TimelineStrip : public QWidget {
    Q_OBJECT
public:
    struct Event {
        double time = 0; // seconds since the epoch
        int lane = 0;
        QString text;
        Token token = Token::Accent;
    };

    explicit TimelineStrip(QWidget* parent = nullptr);

    void setLanes(const QStringList& names) { m_lanes = names; }
    void setEvents(std::vector<Event> events, double start, double end);
    QSize sizeHint() const override;

Q_SIGNALS:
    void activated(int event);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRect track() const;
    int x(double time) const;
    int eventAt(const QPoint& place) const; // -1: none

    QStringList m_lanes;
    std::vector<Event> m_events;
    double m_start = 0;
    double m_end = 1;
};

} // namespace ui
