// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace ui {

// A form that takes the height that it needs while there is room, and scrolls up and down where there is not.
class FormScroll : public QScrollArea {
    Q_OBJECT
public:
    explicit FormScroll(QWidget* content, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    // As wide as the form must be, as nothing scrolls it sideways.
    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace ui
