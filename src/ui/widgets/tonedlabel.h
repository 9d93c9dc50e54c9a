// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QLabel>

namespace ui {

// A label that is painted in a token's colour and a font of the theme, whatever the scheme; plain text only.
class TonedLabel : public QLabel {
    Q_OBJECT
public:
    enum class Size { Dim, Normal, Title, Mono };

    explicit TonedLabel(
        const QString& text = {}, Token token = Token::Text, Size size = Size::Normal, QWidget* parent = nullptr);
    void setToken(Token token);
    void setText(const QString& text);

private:
    void applyColour();

    Token m_token;
};

} // namespace ui
