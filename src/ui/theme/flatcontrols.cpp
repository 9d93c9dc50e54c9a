// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/flatcontrols.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace ui {

namespace {

constexpr int AccentLine = 2;
constexpr qreal Corner = 3;
constexpr int ShortestThumb = 24;
constexpr int ThumbInset = 3;
constexpr int ArrowSize = 16;

void drawArrow(QStringView name, const QPoint& centre, Token token, QPainter* painter)
{
    const QPoint topLeft = centre - QPoint(ArrowSize / 2 - 1, ArrowSize / 2 - 1);
    painter->drawPixmap(topLeft, iconPixmap(name, token, ArrowSize, painter->device()->devicePixelRatioF()));
}

} // namespace

void drawField(const QStyleOption& option, QPainter* painter)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Theme::color(option.state & QStyle::State_HasFocus ? Token::Accent : Token::Line));
    painter->setBrush(Theme::color(enabled ? Token::Raised : Token::Surface));
    painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), Corner, Corner);
    painter->restore();
}

void drawMenuArrow(const QStyleOptionToolButton& button, QPainter* painter)
{
    const QPoint centre(button.rect.right() - ArrowSize / 2 - 3, button.rect.center().y());
    drawArrow(u"chevron-down", centre, Token::Dim, painter);
}

void drawBranch(const QStyleOption& option, bool withLines, QPainter* painter)
{
    const bool hasChildren = option.state & QStyle::State_Children;
    const bool isItem = option.state & QStyle::State_Item;
    const QPoint centre = option.rect.center();
    painter->save();
    const bool isSelected = option.state & QStyle::State_Selected;
    painter->setPen(isSelected ? Theme::tint(Token::Dim, 0.4) : Theme::color(Token::Line));
    // The arrow stands in the line's place, and the line goes on below it to the next of its siblings.
    const int gap = hasChildren ? ArrowSize / 2 - 1 : 0;
    if (withLines && isItem) {
        painter->drawLine(centre.x(), option.rect.top(), centre.x(), centre.y() - gap);
        if (!hasChildren) {
            painter->drawLine(centre, QPoint(option.rect.right(), centre.y()));
        }
    }
    if (withLines && (option.state & QStyle::State_Sibling)) {
        painter->drawLine(
            centre.x(), isItem ? centre.y() + gap : option.rect.top(), centre.x(), option.rect.bottom());
    }
    painter->restore();
    if (hasChildren) {
        const bool isOpen = option.state & QStyle::State_Open;
        drawArrow(isOpen ? u"chevron-down" : u"chevron-right", centre,
            isSelected ? Token::SelectionText : Token::Dim, painter);
    }
}

void drawTabShape(const QStyleOptionTab& tab, QPainter* painter)
{
    const bool isCurrent = tab.state & QStyle::State_Selected;
    const bool isLit = tab.state & QStyle::State_MouseOver;
    const QRect area = tab.rect;
    if (isCurrent || isLit) {
        painter->fillRect(area, Theme::color(isCurrent ? Token::Raised : Token::Hover));
    }
    if (isCurrent) {
        const QRect line(area.left(), area.bottom() - AccentLine + 1, area.width(), AccentLine);
        painter->fillRect(line, Theme::color(Token::Accent));
    }
}

void drawButtonPanel(const QStyleOption& option, QPainter* painter)
{
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const bool isOn = option.state & (QStyle::State_On | QStyle::State_Sunken);
    const bool isLit = isEnabled && (option.state & QStyle::State_MouseOver);
    const bool isFlat = option.state & QStyle::State_AutoRaise;
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    const bool isDefault = button && (button->features & QStyleOptionButton::DefaultButton) && isEnabled;
    const bool hasFocus = option.state & QStyle::State_HasFocus;
    if (button && (button->features & QStyleOptionButton::Flat) && !isOn && !isLit && !hasFocus) {
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const Token edge = hasFocus || isDefault ? Token::Accent : Token::Line;
    painter->setPen(isFlat && !hasFocus ? QPen(Qt::NoPen) : QPen(Theme::color(edge)));
    const Token ground = isOn ? Token::Selection : isLit ? Token::Hover : isEnabled ? Token::Raised : Token::Surface;
    painter->setBrush(isDefault && !isOn ? QBrush(Theme::tint(Token::Accent, isLit ? 0.24 : 0.14))
                                         : QBrush(Theme::color(ground)));
    painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), Corner, Corner);
    painter->restore();
}

void drawSelection(const QRect& row, QPainter* painter)
{
    painter->fillRect(row, Theme::color(Token::Selection));
    if (isHighContrast(Theme::instance().scheme())) {
        painter->fillRect(QRect(row.left(), row.top(), row.width(), 1), Theme::color(Token::Text));
        painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), Theme::color(Token::Text));
    }
}

QRect scrollBarRect(const QStyleOptionSlider& bar, QStyle::SubControl part)
{
    const bool isHorizontal = bar.orientation == Qt::Horizontal;
    const int length = isHorizontal ? bar.rect.width() : bar.rect.height();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    int thumb = length;
    if (range > 0) {
        thumb = int(qint64(bar.pageStep) * length / (range + std::max(bar.pageStep, 1)));
        thumb = std::min(std::max(thumb, ShortestThumb), length);
    }
    const int start = QStyle::sliderPositionFromValue(
        bar.minimum, bar.maximum, bar.sliderPosition, length - thumb, bar.upsideDown);
    const auto span = [&](int from, int size) {
        const QRect rect = isHorizontal ? QRect(bar.rect.left() + from, bar.rect.top(), size, bar.rect.height())
                                        : QRect(bar.rect.left(), bar.rect.top() + from, bar.rect.width(), size);
        return QStyle::visualRect(bar.direction, bar.rect, rect);
    };
    switch (part) {
    case QStyle::SC_ScrollBarSubPage:
        return span(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return span(start + thumb, length - start - thumb);
    case QStyle::SC_ScrollBarSlider:
        return span(start, thumb);
    case QStyle::SC_ScrollBarGroove:
        return bar.rect;
    default:
        return {}; // there are no arrows
    }
}

void drawScrollBar(const QStyleOptionSlider& bar, QPainter* painter)
{
    painter->fillRect(bar.rect, Theme::color(Token::Surface));
    if (bar.maximum <= bar.minimum) {
        return;
    }
    const bool isHeld = (bar.activeSubControls & QStyle::SC_ScrollBarSlider) && (bar.state & QStyle::State_Sunken);
    const bool isLit = bar.state & QStyle::State_MouseOver;
    const QRect thumb = scrollBarRect(bar, QStyle::SC_ScrollBarSlider)
                            .adjusted(ThumbInset, ThumbInset, -ThumbInset, -ThumbInset);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(isHeld ? Theme::color(Token::Accent) : Theme::tint(Token::Dim, isLit ? 0.75 : 0.5));
    const qreal corner = std::min(thumb.width(), thumb.height()) / 2.0;
    painter->drawRoundedRect(thumb, corner, corner);
    painter->restore();
}

} // namespace ui
