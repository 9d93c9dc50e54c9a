// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QAbstractButton>

namespace ui {

// A small rounded label: a category, an ATT&CK id, a family, an active filter; with an icon before its text where it
// has one. A chip that can be closed has a cross and asks for it with the mouse or the delete key.
class Chip : public QAbstractButton {
    Q_OBJECT
public:
    explicit Chip(const QString& text, Token token = Token::Dim, QWidget* parent = nullptr);

    void setClosable(bool closable);
    // The keyboard reaches it as well; `what` says what a click does.
    void setClickable(const QString& what);
    void setToken(Token token);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void closeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QRect crossRect() const;
    const QString& shown() const;

    mutable QString m_shown; // the text, safe to show
    mutable QString m_shownOf;
    Token m_token;
    bool m_closable = false;
};

} // namespace ui
