// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/pagelist.h"

#include "ui/report/reportpage.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace ui {

namespace {

constexpr int RowHeight = 32;
constexpr int IconSize = 16;
constexpr int Margin = 12;

class PageDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QFontMetrics count(Theme::dimFont());
        const int width = Margin + IconSize + 8 + option.fontMetrics.horizontalAdvance(index.data().toString()) + 12
            + count.horizontalAdvance(index.data(PageListModel::CountRole).toString()) + Margin;
        return {width, RowHeight};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const bool current = option.state & QStyle::State_Selected;
        if (current) {
            painter->fillRect(option.rect, Theme::color(Token::Selection));
        } else if (option.state & QStyle::State_MouseOver) {
            painter->fillRect(option.rect, Theme::color(Token::Hover));
        }
        if (current) {
            painter->fillRect(
                QRect(option.rect.topLeft(), QSize(3, option.rect.height())), Theme::color(Token::Accent));
        }
        QRect area = option.rect.adjusted(Margin, 0, -Margin, 0);
        const QIcon drawing = index.data(Qt::DecorationRole).value<QIcon>();
        drawing.paint(painter, QRect(area.left(), area.center().y() - IconSize / 2 + 1, IconSize, IconSize),
            Qt::AlignCenter, current ? QIcon::Selected : QIcon::Normal);
        area.setLeft(area.left() + IconSize + 8);
        const QString count = index.data(PageListModel::CountRole).toString();
        painter->setFont(Theme::dimFont());
        painter->setPen(Theme::color(current ? Token::SelectionText : Token::Dim));
        painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, count);
        area.setRight(area.right() - painter->fontMetrics().horizontalAdvance(count) - 8);
        painter->setFont(option.font);
        painter->setPen(Theme::color(current ? Token::SelectionText : Token::Text));
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, area.width()));
    }
};

} // namespace

PageListModel::PageListModel(const QList<ReportPage*>& pages, QObject* parent)
    : QAbstractListModel(parent)
    , m_pages(pages)
{
    for (int row = 0; row < m_pages.size(); ++row) {
        connect(m_pages[row], &ReportPage::countTextChanged, this,
            [this, row] { Q_EMIT dataChanged(index(row), index(row)); });
    }
}

int PageListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_pages.size());
}

QVariant PageListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const ReportPage& page = *m_pages[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return page.title();
    case Qt::AccessibleTextRole:
        return page.countText().isEmpty() ? page.title() : tr("%1, %2").arg(page.title(), page.countText());
    case Qt::DecorationRole:
        return icon(page.iconName());
    case CountRole:
        return page.countText();
    default:
        return {};
    }
}

PageList::PageList(const QList<ReportPage*>& pages, QWidget* parent)
    : QListView(parent)
{
    setModel(new PageListModel(pages, this));
    setItemDelegate(new PageDelegate(this));
    setAccessibleName(tr("Pages of the report"));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(false);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
}

void PageList::setCurrentRow(int row)
{
    setCurrentIndex(model()->index(row, 0));
}

QSize PageList::sizeHint() const
{
    return {std::max(168, sizeHintForColumn(0)), QListView::sizeHint().height()};
}

void PageList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid()) {
        Q_EMIT currentRowChanged(current.row());
    }
}

} // namespace ui
