// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;

namespace ui {

// A part that can be folded away under its title.
class Fold : public QWidget {
    Q_OBJECT
public:
    explicit Fold(const QString& title, QWidget* parent = nullptr);

    void setContent(QWidget* content);
    void setTitle(const QString& title);
    bool isOpen() const;
    void setOpen(bool open);

private:
    QToolButton* m_button;
    QWidget* m_content = nullptr;
    bool m_isOpen = false;
};

} // namespace ui
