// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/elideddelegate.h"

#include "ui/text/safetext.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

namespace ui {

namespace {
constexpr qsizetype LongestLine = 4000; // no cell is wider; measuring megabytes would block the window
} // namespace

ElidedDelegate::ElidedDelegate(Qt::TextElideMode mode, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_mode(mode)
{
}

QString ElidedDelegate::displayText(const QVariant& value, const QLocale& locale) const
{
    const QString text = QStyledItemDelegate::displayText(value, locale);
    return safeText(
        text.size() <= LongestLine ? text : text.first(LongestLine / 2) + QChar(0x2026) + text.last(LongestLine / 2));
}

void ElidedDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = m_mode;
}

bool ElidedDelegate::helpEvent(
    QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid()) {
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    }
    const QString own = index.data(Qt::ToolTipRole).toString();
    const bool cut = sizeHint(option, index).width() > view->visualRect(index).width();
    const QString text = !own.isEmpty() ? own : cut ? index.data(Qt::DisplayRole).toString() : QString();
    if (text.isEmpty()) {
        QToolTip::hideText();
    } else {
        QToolTip::showText(event->globalPos(), safeToolTip(text), view);
    }
    return true;
}

} // namespace ui
