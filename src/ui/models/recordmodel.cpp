// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/recordmodel.h"

#include "ui/theme/theme.h"

namespace ui {

int RecordModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

void RecordModel::columnChanged(int column)
{
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column));
    }
}

QVariant RecordModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case SortRole:
        return sortKey(index.row(), index.column());
    case Qt::FontRole:
        return style(index.column()) == ColumnStyle::Mono ? QVariant(Theme::monoFont()) : QVariant();
    case Qt::TextAlignmentRole:
        return int((style(index.column()) == ColumnStyle::Number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant RecordModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::DisplayRole) {
        return title(section);
    }
    if (role == Qt::TextAlignmentRole) {
        return int((style(section) == ColumnStyle::Number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    return {};
}

RecordFilter::RecordFilter(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(RecordModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void RecordFilter::setText(const QString& text)
{
    m_text = text;
    invalidateFilter();
}

void RecordFilter::setTest(std::function<bool(int row)> test)
{
    m_test = std::move(test);
    invalidateFilter();
}

bool RecordFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    if (m_test && !m_test(row)) {
        return false;
    }
    if (m_text.isEmpty()) {
        return true;
    }
    for (int column = 0; column < sourceModel()->columnCount(parent); ++column) {
        if (sourceModel()->index(row, column, parent).data().toString().contains(m_text, Qt::CaseInsensitive)) {
            return true;
        }
    }
    return false;
}

} // namespace ui
