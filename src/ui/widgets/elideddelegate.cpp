// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/elideddelegate.h"

#include "ui/text/safetext.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

namespace ui {

ElidedDelegate::ElidedDelegate(Qt::TextElideMode mode, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_mode(mode)
{
}

QString ElidedDelegate::displayText(const QVariant& value, const QLocale& locale) const
{
    return safeLine(QStyledItemDelegate::displayText(value, locale));
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
