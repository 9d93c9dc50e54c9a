// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

namespace ui {

// The score of a result in a ring, in the colour of its severity; a dash while there is none.
class ScoreRing : public QWidget {
    Q_OBJECT
public:
    explicit ScoreRing(QWidget* parent = nullptr);

    void setScore(std::optional<qint64> score);
    // How much of the ring a score fills, from 0 to 1: more for each higher one, half at malicious (1000), all at 10 000.
    static double shareOf(qint64 score);
    QSize sizeHint() const override { return {112, 112}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<qint64> m_score;
};

} // namespace ui
