// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

namespace ui {

// The score of a result in a ring that fills up to malicious (1000), in the colour of its severity; a dash while there
// is none.
class ScoreRing : public QWidget {
    Q_OBJECT
public:
    explicit ScoreRing(QWidget* parent = nullptr);

    void setScore(std::optional<qint64> score);
    QSize sizeHint() const override { return {112, 112}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<qint64> m_score;
};

} // namespace ui
