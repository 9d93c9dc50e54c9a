// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace ui {

// A line of text that leads somewhere: all of it is a button, for the mouse and for the keyboard. Text that does not fit
// is cut, the whole of it in the tooltip.
class LinkRow : public QAbstractButton {
    Q_OBJECT
public:
    // `where` says where it leads.
    LinkRow(QStringView iconName, const QString& text, const QString& where, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString m_icon;
    QString m_shown;
};

} // namespace ui
