// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/casetreemodel.h"

#include "ui/cases/casestore.h"
#include "ui/text/format.h"
#include "ui/text/safetext.h"

#include <QDataStream>
#include <QMimeData>

#include <algorithm>

namespace ui {

namespace {

constexpr auto MimeType = QLatin1StringView("application/x-cape-workbench-analyses");

QList<qint64> draggedIds(const QMimeData* data)
{
    QList<qint64> ids;
    const QByteArray bytes = data ? data->data(MimeType) : QByteArray();
    QDataStream stream(bytes);
    stream >> ids;
    return ids;
}

// Where its descending ids have room for this one.
int placeIn(const QList<qint64>& analyses, qint64 id)
{
    return int(std::ranges::lower_bound(analyses, id, std::greater()) - analyses.begin());
}

QString detailOf(const core::Analysis& analysis, bool isMissing)
{
    QStringList parts;
    if (isMissing) {
        parts << CaseTreeModel::tr("report not found");
    }
    if (!analysis.families.isEmpty()) {
        parts << analysis.families.join(QStringLiteral(", "));
    }
    parts << formatDay(analysis.analysed.date());
    if (!analysis.server.isEmpty()) {
        parts << CaseTreeModel::tr("%1 #%2").arg(analysis.server, QString::number(analysis.taskId));
    }
    return parts.join(QStringLiteral("  \u00b7  "));
}

QString tooltipOf(const core::Analysis& analysis, bool isMissing)
{
    QStringList lines{analysis.name};
    if (!analysis.sha256.isEmpty()) {
        lines << analysis.sha256;
    }
    lines << detailOf(analysis, isMissing) << analysis.path;
    if (!analysis.note.isEmpty()) {
        lines << analysis.note;
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

CaseTreeModel::CaseTreeModel(CaseStore& store, QObject* parent)
    : QAbstractItemModel(parent)
    , m_store(store)
{
    connect(&store, &CaseStore::reloaded, this, &CaseTreeModel::reload);
    connect(&store, &CaseStore::caseSet, this, &CaseTreeModel::setCase);
    connect(&store, &CaseStore::caseGone, this, &CaseTreeModel::removeCase);
    connect(&store, &CaseStore::analysisSet, this, &CaseTreeModel::setAnalysis);
    connect(&store, &CaseStore::analysisGone, this, &CaseTreeModel::removeAnalysis);
    reload();
}

void CaseTreeModel::reload()
{
    beginResetModel();
    m_branches.clear();
    m_places.clear();
    for (const core::Case& one : m_store.sortedCases()) {
        m_branches.append(Branch{one.id, {}});
    }
    m_branches.append(Branch{0, {}});
    for (const core::Analysis& analysis : m_store.analyses()) {
        m_branches[branchRow(analysis.caseId)].analyses << analysis.id;
        m_places.insert(analysis.id, analysis.caseId);
    }
    for (Branch& branch : m_branches) {
        std::ranges::sort(branch.analyses, std::greater());
    }
    endResetModel();
}

int CaseTreeModel::branchRow(qint64 caseId) const
{
    const auto found = std::ranges::find(m_branches, caseId, &Branch::caseId);
    return found == m_branches.end() ? -1 : int(found - m_branches.begin());
}

int CaseTreeModel::placeOf(const core::Case& one) const
{
    int row = 0;
    for (const Branch& branch : m_branches) {
        const auto other = m_store.cases().constFind(branch.caseId);
        if (branch.caseId == one.id || other == m_store.cases().cend()) {
            continue;
        }
        row += comesBefore(*other, one);
    }
    return row;
}

void CaseTreeModel::setCase(qint64 id)
{
    const auto one = m_store.cases().constFind(id);
    if (one == m_store.cases().cend()) {
        return;
    }
    const int before = branchRow(id);
    const int row = placeOf(*one);
    if (before < 0) {
        beginInsertRows({}, row, row);
        m_branches.insert(row, Branch{id, {}});
        endInsertRows();
        return;
    }
    if (before != row) {
        beginMoveRows({}, before, before, {}, row > before ? row + 1 : row);
        m_branches.move(before, row);
        endMoveRows();
    }
    Q_EMIT dataChanged(caseIndex(id), caseIndex(id));
}

// Its analyses have been told of before, as moved.
void CaseTreeModel::removeCase(qint64 id)
{
    const int row = branchRow(id);
    if (row < 0) {
        return;
    }
    beginRemoveRows({}, row, row);
    m_branches.removeAt(row);
    endRemoveRows();
}

void CaseTreeModel::setAnalysis(qint64 id)
{
    const auto analysis = m_store.analyses().constFind(id);
    if (analysis == m_store.analyses().cend()) {
        return;
    }
    const qint64 caseId = branchRow(analysis->caseId) < 0 ? 0 : analysis->caseId;
    if (!m_places.contains(id)) {
        insertAnalysis(id, caseId);
        return;
    }
    const qint64 before = m_places.value(id);
    if (before != caseId) {
        QList<qint64>& from = m_branches[branchRow(before)].analyses;
        QList<qint64>& to = m_branches[branchRow(caseId)].analyses;
        const int row = int(from.indexOf(id));
        const int place = placeIn(to, id);
        beginMoveRows(caseIndex(before), row, row, caseIndex(caseId), place);
        from.removeAt(row);
        to.insert(place, id);
        m_places.insert(id, caseId);
        endMoveRows();
        countChanged(before);
        countChanged(caseId);
    }
    Q_EMIT dataChanged(analysisIndex(id), analysisIndex(id));
}

void CaseTreeModel::insertAnalysis(qint64 id, qint64 caseId)
{
    QList<qint64>& analyses = m_branches[branchRow(caseId)].analyses;
    const int row = placeIn(analyses, id);
    beginInsertRows(caseIndex(caseId), row, row);
    analyses.insert(row, id);
    m_places.insert(id, caseId);
    endInsertRows();
    countChanged(caseId);
}

void CaseTreeModel::removeAnalysis(qint64 id)
{
    if (!m_places.contains(id)) {
        return;
    }
    const qint64 caseId = m_places.value(id);
    QList<qint64>& analyses = m_branches[branchRow(caseId)].analyses;
    const int row = int(analyses.indexOf(id));
    beginRemoveRows(caseIndex(caseId), row, row);
    analyses.removeAt(row);
    m_places.remove(id);
    endRemoveRows();
    countChanged(caseId);
}

void CaseTreeModel::countChanged(qint64 caseId)
{
    Q_EMIT dataChanged(caseIndex(caseId), caseIndex(caseId), {CountRole, Qt::AccessibleTextRole});
}

QModelIndex CaseTreeModel::caseIndex(qint64 caseId) const
{
    const int row = branchRow(caseId);
    return row < 0 ? QModelIndex() : index(row, 0);
}

QModelIndex CaseTreeModel::analysisIndex(qint64 analysisId) const
{
    if (!m_places.contains(analysisId)) {
        return {};
    }
    const QModelIndex parent = caseIndex(m_places.value(analysisId));
    return index(int(m_branches[parent.row()].analyses.indexOf(analysisId)), 0, parent);
}

QModelIndex CaseTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    // The number says which thing it is, wherever it moves: even for a case, odd for an analysis.
    return parent.isValid() ? createIndex(row, column, quintptr(m_branches[parent.row()].analyses[row] * 2 + 1))
                            : createIndex(row, column, quintptr(m_branches[row].caseId * 2));
}

QModelIndex CaseTreeModel::parent(const QModelIndex& child) const
{
    return !child.isValid() || isCase(child) ? QModelIndex() : caseIndex(m_places.value(idOf(child)));
}

int CaseTreeModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid()) {
        return int(m_branches.size());
    }
    return isCase(parent) && parent.column() == 0 ? int(m_branches[parent.row()].analyses.size()) : 0;
}

int CaseTreeModel::columnCount(const QModelIndex&) const
{
    return 1;
}

QVariant CaseTreeModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    switch (role) {
    case IdRole:
        return idOf(index);
    case IsCaseRole:
        return isCase(index);
    case CountRole:
        return isCase(index) ? QVariant(m_branches[index.row()].analyses.size()) : QVariant();
    default:
        return isCase(index) ? caseData(idOf(index), role) : analysisData(idOf(index), role);
    }
}

QVariant CaseTreeModel::caseData(qint64 id, int role) const
{
    const core::Case one = m_store.cases().value(id);
    const QString name = id == 0 ? tr("Recent") : one.name;
    const qsizetype count = m_branches[branchRow(id)].analyses.size();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return name;
    case Qt::ToolTipRole: {
        const QString text = id == 0 ? tr("Every report that was fetched or opened and is in no case")
            : one.note.isEmpty()     ? name
                                     : name + QLatin1Char('\n') + one.note;
        return safeToolTip(text);
    }
    case Qt::AccessibleTextRole:
        return tr("%1, %n analysis(es)", nullptr, int(count)).arg(safeText(name));
    case NoteRole:
        return one.note;
    default:
        return {};
    }
}

QVariant CaseTreeModel::analysisData(qint64 id, int role) const
{
    const core::Analysis analysis = m_store.analyses().value(id);
    const bool isMissing = m_store.isMissing(id);
    switch (role) {
    case Qt::DisplayRole:
        return analysis.name;
    case Qt::ToolTipRole:
        return safeToolTip(tooltipOf(analysis, isMissing));
    case Qt::AccessibleTextRole: {
        const QString about = tr("%1, %2").arg(safeText(analysis.name), safeText(detailOf(analysis, isMissing)));
        return analysis.score ? tr("%1, score %2").arg(about, formatCount(*analysis.score)) : about;
    }
    case DetailRole:
        return detailOf(analysis, isMissing);
    case ScoreRole:
        return analysis.score ? QVariant(*analysis.score) : QVariant();
    case MissingRole:
        return isMissing;
    case NoteRole:
        return analysis.note;
    default:
        return {};
    }
}

bool CaseTreeModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const bool isNamed = index.isValid() && isCase(index) && idOf(index) > 0;
    const QString name = value.toString().simplified();
    if (!isNamed || role != Qt::EditRole || name.isEmpty()) {
        return false;
    }
    m_store.rename(idOf(index), name);
    return true;
}

Qt::ItemFlags CaseTreeModel::flags(const QModelIndex& index) const
{
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    const Qt::ItemFlags all = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDropEnabled;
    if (!isCase(index)) {
        return all | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
    }
    return idOf(index) > 0 ? all | Qt::ItemIsEditable : all;
}

QStringList CaseTreeModel::mimeTypes() const
{
    return {MimeType};
}

QMimeData* CaseTreeModel::mimeData(const QModelIndexList& indexes) const
{
    QList<qint64> ids;
    for (const QModelIndex& index : indexes) {
        if (!isCase(index)) {
            ids << idOf(index);
        }
    }
    if (ids.isEmpty()) {
        return nullptr;
    }
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << ids;
    auto* data = new QMimeData;
    data->setData(MimeType, bytes);
    return data;
}

bool CaseTreeModel::canDropMimeData(
    const QMimeData* data, Qt::DropAction action, int, int, const QModelIndex& parent) const
{
    return action == Qt::MoveAction && parent.isValid() && data && data->hasFormat(MimeType);
}

bool CaseTreeModel::dropMimeData(
    const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent)
{
    if (!canDropMimeData(data, action, row, column, parent)) {
        return false;
    }
    m_store.move(draggedIds(data), isCase(parent) ? idOf(parent) : m_places.value(idOf(parent)));
    return true;
}

} // namespace ui
