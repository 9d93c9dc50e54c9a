// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

class TonedLabel;

// What a page or list shows when it has nothing to show: an icon, what is missing, why or what to do, and perhaps a
// button that does it. Empty is never blank.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(
        QStringView iconName, const QString& title, const QString& hint = {}, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setHint(const QString& hint);
    // Shows a button; an empty text hides it.
    void setAction(const QString& text);

Q_SIGNALS:
    void actionRequested();

private:
    TonedLabel* m_title;
    TonedLabel* m_hint;
    QPushButton* m_button;
};

} // namespace ui
