// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

class ElidedLabel;

// What was just removed, and a button that brings it back; hidden while there is nothing to bring back.
class UndoBar : public QWidget {
    Q_OBJECT
public:
    explicit UndoBar(QAction* undo, QWidget* parent = nullptr);

    // Hides it for an empty text.
    void setText(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ElidedLabel* m_text;
};

} // namespace ui
