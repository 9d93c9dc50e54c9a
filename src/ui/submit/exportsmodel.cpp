// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/exportsmodel.h"

#include "core/submission/dllexports.h"
#include "ui/text/format.h"

namespace ui {

QStringList ExportsModel::serviceChoice(const QStringList& offered, int most)
{
    std::vector<std::string> names;
    for (const QString& name : offered) {
        names.push_back(name.toStdString());
    }
    QStringList chosen;
    for (const std::string& name : core::submission::chooseDllExports(names, most)) {
        chosen << fromUtf8(name);
    }
    chosen.removeDuplicates(); // the service may name one twice; it is run once
    return chosen;
}

void ExportsModel::setExports(const QStringList& offered, const QStringList& chosen, int most)
{
    beginResetModel();
    // Those that are run come first; among them may be well-known ones that the DLL does not name.
    m_offered = chosen;
    for (const QString& name : offered) {
        if (!chosen.contains(name)) {
            m_offered.append(name);
        }
    }
    m_own = offered;
    m_most = most;
    m_chosen = chosen;
    endResetModel();
    Q_EMIT chosenChanged();
}

void ExportsModel::chooseAsService()
{
    setChosen(serviceChoice(m_own, m_most));
}

void ExportsModel::setChosen(const QStringList& chosen)
{
    m_chosen = chosen;
    if (!m_offered.isEmpty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
    }
    Q_EMIT chosenChanged();
}

int ExportsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_offered.size());
}

QVariant ExportsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const QString& name = m_offered[index.row()];
    if (role == Qt::DisplayRole) {
        return name;
    }
    if (role == Qt::CheckStateRole) {
        return m_chosen.contains(name) ? Qt::Checked : Qt::Unchecked;
    }
    return {};
}

bool ExportsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return false;
    }
    const QString& name = m_offered[index.row()];
    QStringList chosen = m_chosen;
    chosen.removeAll(name);
    if (value.value<Qt::CheckState>() == Qt::Checked) {
        chosen.append(name);
    }
    setChosen(chosen);
    return true;
}

Qt::ItemFlags ExportsModel::flags(const QModelIndex& index) const
{
    return QAbstractListModel::flags(index) | Qt::ItemIsUserCheckable;
}

} // namespace ui
