// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QFrame>

namespace ui {

// A raised panel with a hairline around it.
class Card : public QFrame {
    Q_OBJECT
public:
    using QFrame::QFrame;

protected:
    void paintEvent(QPaintEvent* event) override;
};

// What a section adds to the score: its title, a bar as long as its share of `full`, the number. A button that goes
// there.
class HeuristicBar : public QAbstractButton {
    Q_OBJECT
public:
    HeuristicBar(const QString& title, qint64 score, qint64 full, QWidget* parent = nullptr);
    // How much of the bar is filled, from 0 to 1.
    double share() const;
    QSize sizeHint() const override { return {200, 24}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    qint64 m_score;
    qint64 m_full;
};

} // namespace ui
