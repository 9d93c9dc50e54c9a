// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace ui {

// The field in the toolbar that opens the command palette.
class CommandField : public QAbstractButton {
    Q_OBJECT
public:
    explicit CommandField(const QKeySequence& shortcut, QWidget* parent = nullptr);

    QSize sizeHint() const override { return {420, 28}; }
    QSize minimumSizeHint() const override { return {140, 28}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_shortcut;
};

} // namespace ui
