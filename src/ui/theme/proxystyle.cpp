// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/proxystyle.h"

#include "ui/theme/flatcontrols.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyleOption>
#include <QTreeView>

namespace ui {

namespace {

constexpr int RowHeight = 24;
constexpr int FieldHeight = 28;
constexpr int ButtonPadding = 12; // beside a push button's text, both sides together
constexpr int MenuArrowWidth = 14;

bool showsMenuArrow(const QStyleOptionToolButton& button)
{
    return (button.features & QStyleOptionToolButton::HasMenu)
        && !(button.features & QStyleOptionToolButton::MenuButtonPopup);
}

// Rows without a parent have nothing that lines could lead to.
bool isTopLevel(const QStyleOption& branch, const QWidget* widget)
{
    const auto* tree = qobject_cast<const QTreeView*>(widget);
    return tree && branch.rect.left() - tree->columnViewportPosition(0) < tree->indentation();
}

// An icon alone says by itself that it opens a menu; words need the arrow.
bool hasWords(const QStyleOptionToolButton& button)
{
    return button.toolButtonStyle != Qt::ToolButtonIconOnly && !button.text.isEmpty();
}

void drawHeaderSection(const QStyleOptionHeader& option, QPainter* painter)
{
    painter->fillRect(option.rect, Theme::color(Token::Sunken));
    painter->setPen(Theme::color(Token::Line));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (option.position != QStyleOptionHeader::End && option.position != QStyleOptionHeader::OnlyOneSection) {
        painter->drawLine(option.rect.topRight() + QPoint(0, 6), option.rect.bottomRight() - QPoint(0, 6));
    }
}

void drawMenuBarItem(const QStyleOptionMenuItem& option, QPainter* painter, const QStyle& style)
{
    const bool selected = option.state & QStyle::State_Selected;
    painter->fillRect(option.rect, Theme::color(selected ? Token::Selection : Token::Surface));
    style.drawItemText(painter, option.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine,
        option.palette, option.state & QStyle::State_Enabled, option.text,
        selected ? QPalette::HighlightedText : QPalette::WindowText);
}

void drawTabClose(const QStyleOption& option, QPainter* painter)
{
    const bool lit = option.state & (QStyle::State_Raised | QStyle::State_MouseOver);
    if (lit) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(Theme::color(Token::Line));
        painter->drawRoundedRect(option.rect, 3, 3);
    }
    constexpr int Size = 12;
    const QPoint topLeft = option.rect.center() - QPoint(Size / 2 - 1, Size / 2 - 1);
    const Token token = lit ? Token::Text : Token::Dim;
    painter->drawPixmap(topLeft, iconPixmap(u"close", token, Size, painter->device()->devicePixelRatioF()));
}

void drawCheckBox(const QStyleOption& option, QPainter* painter)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & QStyle::State_On;
    const bool lit = option.state & (QStyle::State_MouseOver | QStyle::State_HasFocus);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const Token edge = !enabled ? Token::Line : on || lit ? Token::Accent : Token::Dim;
    painter->setPen(Theme::color(edge));
    painter->setBrush(Theme::color(on && enabled ? Token::Accent : enabled ? Token::Raised : Token::Surface));
    painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    const int size = std::min(option.rect.width(), option.rect.height());
    if (on) {
        painter->drawPixmap(option.rect.topLeft(),
            iconPixmap(
                u"check", enabled ? Token::AccentText : Token::Dim, size, painter->device()->devicePixelRatioF()));
    }
    painter->restore();
}

// A hairline in the middle of the handle, across the way in which it moves.
void drawSeparator(const QStyleOption& option, QPainter* painter)
{
    const QRect& rect = option.rect;
    const bool upright = rect.width() < rect.height();
    const QRect line = upright ? QRect(rect.center().x(), rect.top(), 1, rect.height())
                               : QRect(rect.left(), rect.center().y(), rect.width(), 1);
    const bool lit = option.state & QStyle::State_MouseOver;
    painter->fillRect(line, Theme::color(lit ? Token::Accent : Token::Line));
}

} // namespace

ProxyStyle::ProxyStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

int ProxyStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return 12;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize:
    case PM_ToolBarIconSize:
        return 16;
    case PM_FocusFrameHMargin:
        return 5;
    case PM_HeaderMargin:
        return 6;
    case PM_SplitterWidth:
        return 5;
    case PM_DockWidgetSeparatorExtent:
        return 4;
    case PM_ToolBarItemSpacing:
        return 4;
    case PM_ToolBarItemMargin:
        return 4;
    case PM_ScrollBarExtent:
        return 12;
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
        return 0;
    case PM_TabBarTabHSpace:
        return 20;
    case PM_TabBarTabVSpace:
        return 10;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ProxyStyle::styleHint(
    StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_TabBar_PreferNoArrows:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_Widget_Animation_Duration:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

void ProxyStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            return drawScrollBar(*bar, painter);
        }
    }
    if (control == CC_ComboBox || control == CC_SpinBox) {
        const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        if ((combo && combo->editable && combo->frame) || (spin && spin->frame)) {
            return drawFieldWithArrows(control, *option, painter, widget);
        }
    }
    if (control == CC_ToolButton) {
        const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        if (button && showsMenuArrow(*button)) {
            QStyleOptionToolButton plain = *button;
            plain.features &= ~QStyleOptionToolButton::HasMenu;
            QProxyStyle::drawComplexControl(control, &plain, painter, widget);
            if (hasWords(*button)) {
                drawMenuArrow(*button, painter);
            }
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void ProxyStyle::drawFieldWithArrows(
    ComplexControl control, const QStyleOptionComplex& option, QPainter* painter, const QWidget* widget) const
{
    drawField(option, painter);
    const auto drawArrow = [&](SubControl part, PrimitiveElement arrow, bool enabled) {
        QStyleOption shown(option);
        shown.rect = subControlRect(control, &option, part, widget);
        shown.state.setFlag(State_Enabled, enabled && (option.state & State_Enabled));
        const bool isLit = (option.activeSubControls & part) && (option.state & State_MouseOver);
        if (isLit && enabled) {
            painter->fillRect(shown.rect.adjusted(0, 1, -1, -1), Theme::color(Token::Hover));
        }
        drawPrimitive(arrow, &shown, painter, widget);
    };
    if (control == CC_ComboBox) {
        return drawArrow(SC_ComboBoxArrow, PE_IndicatorArrowDown, true);
    }
    const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(&option);
    if (!spin || spin->buttonSymbols == QAbstractSpinBox::NoButtons) {
        return;
    }
    drawArrow(SC_SpinBoxUp, PE_IndicatorArrowUp, spin->stepEnabled & QAbstractSpinBox::StepUpEnabled);
    drawArrow(SC_SpinBoxDown, PE_IndicatorArrowDown, spin->stepEnabled & QAbstractSpinBox::StepDownEnabled);
}

void ProxyStyle::drawControl(
    ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    if (element == CE_HeaderSection) {
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            drawHeaderSection(*header, painter);
            return;
        }
    }
    if (element == CE_HeaderEmptyArea) {
        painter->fillRect(option->rect, Theme::color(Token::Sunken));
        painter->setPen(Theme::color(Token::Line));
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    }
    if (element == CE_MenuBarItem) {
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            drawMenuBarItem(*item, painter, *this);
            return;
        }
    }
    if (element == CE_ToolBar || element == CE_MenuBarEmptyArea) {
        painter->fillRect(option->rect, Theme::color(Token::Surface));
        if (element == CE_ToolBar) {
            painter->fillRect(
                QRect(option->rect.bottomLeft(), QSize(option->rect.width(), 1)), Theme::color(Token::Line));
        }
        return;
    }
    if (element == CE_TabBarTabShape) {
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
            return drawTabShape(*tab, painter);
        }
    }
    if (element == CE_Splitter) {
        return drawSeparator(*option, painter);
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

QRect ProxyStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    return element == SE_LineEditContents ? rect.adjusted(4, 0, -4, 0) : rect;
}

void ProxyStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    switch (element) {
    case PE_FrameFocusRect: {
        if (qobject_cast<const QAbstractItemView*>(widget)) {
            return;
        }
        painter->save();
        painter->setPen(Theme::color(Token::Accent));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        if (isHighContrast(Theme::instance().scheme())) {
            painter->drawRect(option->rect.adjusted(1, 1, -2, -2));
        }
        painter->restore();
        return;
    }
    case PE_PanelItemViewRow:
    case PE_PanelItemViewItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
        if (!item) {
            break;
        }
        const bool selected = item->state & State_Selected;
        if (selected) {
            drawSelection(item->rect, painter);
        } else if (element == PE_PanelItemViewItem && item->backgroundBrush.style() != Qt::NoBrush) {
            painter->fillRect(item->rect, item->backgroundBrush);
        } else if ((item->state & State_MouseOver) && (item->state & State_Enabled)) {
            painter->fillRect(item->rect, Theme::color(Token::Hover));
        }
        return;
    }
    case PE_IndicatorBranch:
        return drawBranch(*option, !isTopLevel(*option, widget), painter);
    case PE_IndicatorCheckBox:
        return drawCheckBox(*option, painter);
    case PE_Frame:
        painter->setPen(Theme::color(Token::Line));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_PanelLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth > 0) {
            return drawField(*option, painter);
        }
        break;
    }
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
        return drawButtonPanel(*option, painter);
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, Theme::color(Token::Surface));
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.bottomLeft(), QSize(option->rect.width(), 1)), Theme::color(Token::Line));
        return;
    case PE_IndicatorTabClose:
        return drawTabClose(*option, painter);
    case PE_IndicatorDockWidgetResizeHandle:
        return drawSeparator(*option, painter);
    case PE_PanelMenuBar:
    case PE_FrameStatusBarItem:
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

QRect ProxyStyle::subControlRect(
    ComplexControl control, const QStyleOptionComplex* option, SubControl subControl, const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
            return scrollBarRect(*bar, subControl);
        }
    }
    const QRect rect = QProxyStyle::subControlRect(control, option, subControl, widget);
    const auto* box = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    const bool isText = control == CC_ComboBox && subControl == SC_ComboBoxEditField && box && !box->editable;
    return isText ? rect.adjusted(3, 0, 0, 0) : rect;
}

QSize ProxyStyle::sizeFromContents(
    ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_ItemViewItem) {
        result.setHeight(std::max(result.height(), RowHeight));
    } else if (type == CT_HeaderSection) {
        result.setHeight(std::max(result.height(), RowHeight));
    } else if (type == CT_PushButton || type == CT_ComboBox || type == CT_LineEdit || type == CT_SpinBox) {
        result.setHeight(std::max(result.height(), FieldHeight));
    }
    if (type == CT_PushButton) {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        result.rwidth() += button && !button->text.isEmpty() ? ButtonPadding : 0;
    } else if (type == CT_ToolButton) {
        const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        result.rwidth() += button && showsMenuArrow(*button) && hasWords(*button) ? MenuArrowWidth : 0;
    }
    return result;
}

} // namespace ui
