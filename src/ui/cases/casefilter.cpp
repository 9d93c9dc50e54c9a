// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/casefilter.h"

#include "ui/cases/casetreemodel.h"

namespace ui {

CaseFilter::CaseFilter(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
}

void CaseFilter::setMatches(const std::optional<core::CaseMatches>& matches)
{
    m_matches = matches;
    invalidateFilter();
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex parent = index(row, 0);
        if (const int count = rowCount(parent); count > 0) {
            Q_EMIT dataChanged(index(0, 0, parent), index(count - 1, 0, parent), {CaseTreeModel::DetailRole});
        }
    }
}

bool CaseFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    if (!m_matches) {
        return true;
    }
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const qint64 id = index.data(CaseTreeModel::IdRole).toLongLong();
    return parent.isValid() ? m_matches->analyses.contains(id) : m_matches->cases.contains(id);
}

QVariant CaseFilter::data(const QModelIndex& index, int role) const
{
    if (m_matches && role == CaseTreeModel::DetailRole) {
        const QString line
            = m_matches->analyses.value(QSortFilterProxyModel::data(index, CaseTreeModel::IdRole).toLongLong());
        if (!line.isEmpty()) {
            return line;
        }
    }
    return QSortFilterProxyModel::data(index, role);
}

} // namespace ui
