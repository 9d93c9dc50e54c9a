// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tonedlabel.h"

#include "ui/text/safetext.h"
#include "ui/theme/theme.h"

namespace ui {

namespace {

QFont fontOf(TonedLabel::Size size, const QFont& normal)
{
    switch (size) {
    case TonedLabel::Size::Dim:
        return Theme::dimFont();
    case TonedLabel::Size::Title:
        return Theme::titleFont();
    case TonedLabel::Size::Mono:
        return Theme::monoFont();
    case TonedLabel::Size::Normal:
        break;
    }
    return normal;
}

} // namespace

TonedLabel::TonedLabel(const QString& text, Token token, Size size, QWidget* parent)
    : QLabel(parent)
    , m_token(token)
{
    setFont(fontOf(size, font()));
    if (size == Size::Dim) {
        setContentsMargins(0, 1, 0, 0); // a small capital's accent reaches above the font's line
    }
    setText(text);
    applyColour();
    connect(&Theme::instance(), &Theme::changed, this, &TonedLabel::applyColour);
}

void TonedLabel::setToken(Token token)
{
    m_token = token;
    applyColour();
}

void TonedLabel::setText(const QString& text)
{
    setSafeText(this, text);
}

void TonedLabel::applyColour()
{
    QPalette own;
    own.setColor(foregroundRole(), Theme::color(m_token));
    setPalette(own);
}

} // namespace ui
