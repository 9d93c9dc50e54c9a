// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/processtreemodel.h"

#include "ui/text/clockchoice.h"
#include "ui/text/format.h"
#include "ui/text/reporttime.h"
#include "ui/text/safetext.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <algorithm>

namespace ui {

namespace {

// Not yet safe text; who shows it makes it so.
QString kindLine(const ProcessRow& row)
{
    const QString line = QCoreApplication::translate("ui::ProcessTreeModel", "%1: %2", "process and what it is")
                             .arg(fromUtf8(row.name), kindText(row.kind));
    if (!row.isMonitored) {
        return QCoreApplication::translate("ui::ProcessTreeModel", "%1, not monitored").arg(line);
    }
    return row.isHarmless ? QCoreApplication::translate("ui::ProcessTreeModel", "%1, known to be harmless").arg(line)
                          : line;
}

QIcon kindIcon(const ProcessRow& row)
{
    switch (row.kind) {
    case ProcessKind::Sample:
        return icon(iconName(row.kind), Token::Severity5);
    case ProcessKind::Injected:
        return icon(iconName(row.kind), Token::Severity4);
    default:
        return row.isHarmless ? icon(iconName(row.kind), Token::Dim) : icon(iconName(row.kind));
    }
}

} // namespace

ProcessTreeModel::ProcessTreeModel(QObject* parent)
    : QAbstractItemModel(parent)
{
    connect(&ClockChoice::instance(), &ClockChoice::changed, this, &ProcessTreeModel::tellTimesChanged);
}

void ProcessTreeModel::tellTimesChanged()
{
    for (std::size_t row = 0; m_table && row < m_table->rows().size(); ++row) {
        const QModelIndex changed = indexOfRow(int(row), FirstSeenColumn);
        Q_EMIT dataChanged(changed, changed, {Qt::DisplayRole});
    }
}

void ProcessTreeModel::setTable(std::shared_ptr<const ProcessTable> table)
{
    beginResetModel();
    m_table = std::move(table);
    endResetModel();
}

const std::vector<int>& ProcessTreeModel::childrenOf(const QModelIndex& parent) const
{
    return parent.isValid() ? m_table->rows()[parent.internalId()].children : m_table->roots();
}

QModelIndex ProcessTreeModel::indexOfRow(int row, int column) const
{
    if (!m_table || row < 0 || row >= int(m_table->rows().size())) {
        return {};
    }
    return createIndex(m_table->rows()[std::size_t(row)].place, column, quintptr(row));
}

const ProcessRow* ProcessTreeModel::process(const QModelIndex& index) const
{
    return index.isValid() ? &m_table->rows()[index.internalId()] : nullptr;
}

QModelIndex ProcessTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, quintptr(childrenOf(parent)[std::size_t(row)]));
}

QModelIndex ProcessTreeModel::parent(const QModelIndex& child) const
{
    const ProcessRow* row = process(child);
    return row ? indexOfRow(row->parent) : QModelIndex();
}

int ProcessTreeModel::rowCount(const QModelIndex& parent) const
{
    return !m_table || parent.column() > 0 ? 0 : int(childrenOf(parent).size());
}

int ProcessTreeModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QVariant ProcessTreeModel::data(const QModelIndex& index, int role) const
{
    const ProcessRow* row = process(index);
    if (!row) {
        return {};
    }
    if (role == RowRole) {
        return int(index.internalId());
    }
    if (role == BadgesRole) {
        return QVariant::fromValue(static_cast<const void*>(row));
    }
    if (role == Qt::TextAlignmentRole && (index.column() == PidColumn || index.column() == CallsColumn)) {
        return int(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role == Qt::FontRole && (index.column() == CommandColumn || index.column() == FirstSeenColumn)) {
        return Theme::monoFont();
    }
    if (role == Qt::ForegroundRole) {
        return row->isHarmless ? QVariant(Theme::color(Token::Dim)) : QVariant();
    }
    if (index.column() == NameColumn && role == Qt::DecorationRole) {
        return kindIcon(*row);
    }
    if (index.column() == NameColumn && role == Qt::ToolTipRole) {
        return kindLine(*row);
    }
    if (index.column() == CallsColumn && role == Qt::ToolTipRole && !row->isMonitored) {
        return tr("The process was not monitored: its calls are not known");
    }
    if (index.column() == NameColumn && role == Qt::AccessibleTextRole) {
        return safeLine(row->pid ? tr("%1, pid %2").arg(kindLine(*row)).arg(*row->pid) : kindLine(*row));
    }
    if (role != Qt::DisplayRole && role != SortRole) {
        return {};
    }
    const bool forSorting = role == SortRole;
    switch (index.column()) {
    case NameColumn:
        return fromUtf8(row->name);
    case PidColumn:
        return row->pid ? (forSorting ? QVariant(qlonglong(*row->pid)) : QVariant(QString::number(*row->pid)))
                        : QVariant();
    case BadgesColumn:
        return forSorting ? QVariant(row->badges.severity) : QVariant();
    case CommandColumn:
        return fromUtf8(row->commandLine);
    case FirstSeenColumn:
        return forSorting ? fromUtf8(row->firstSeen) : guestTimeText(m_table->clock(), row->firstSeen);
    case CallsColumn:
        if (!row->isMonitored) {
            return forSorting ? QVariant(-1) : QVariant(QStringLiteral("\u2013")); // not none: not known
        }
        return forSorting ? QVariant(row->calls.count) : QVariant(formatCount(row->calls.count));
    default:
        return {};
    }
}

QVariant ProcessTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole && (section == PidColumn || section == CallsColumn)) {
        return int(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case NameColumn:
        return tr("Process");
    case PidColumn:
        return tr("PID");
    case BadgesColumn:
        return tr("Activity");
    case CommandColumn:
        return tr("Command line");
    case FirstSeenColumn:
        return tr("First seen");
    case CallsColumn:
        return tr("Calls");
    default:
        return {};
    }
}

ProcessFilterModel::ProcessFilterModel(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(ProcessTreeModel::SortRole);
}

void ProcessFilterModel::setText(const QString& text)
{
    m_text = text;
    m_kept.clear();
    invalidateFilter();
}

void ProcessFilterModel::setPids(const std::set<qint64>& pids)
{
    m_pids = pids;
    m_kept.clear();
    invalidateFilter();
}

void ProcessFilterModel::setHarmlessHidden(bool hidden)
{
    m_harmlessHidden = hidden;
    m_kept.clear();
    invalidateFilter();
}

void ProcessFilterModel::setSourceModel(QAbstractItemModel* model)
{
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_kept.clear(); });
    QSortFilterProxyModel::setSourceModel(model);
}

qint64 ProcessFilterModel::shownCount() const
{
    const auto* model = static_cast<const ProcessTreeModel*>(sourceModel());
    if (!model->table()) {
        return 0;
    }
    if (m_kept.empty()) {
        findKept(*model->table());
    }
    return std::ranges::count(m_kept, true);
}

bool ProcessFilterModel::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const auto* model = static_cast<const ProcessTreeModel*>(sourceModel());
    if (m_kept.empty()) {
        findKept(*model->table());
    }
    return m_kept[model->index(row, 0, parent).internalId()];
}

bool ProcessFilterModel::matches(const ProcessRow& process) const
{
    if (m_harmlessHidden && process.isHarmless) {
        return false;
    }
    if (!m_pids.empty() && !(process.pid && m_pids.contains(*process.pid))) {
        return false;
    }
    return m_text.isEmpty() || fromUtf8(process.name).contains(m_text, Qt::CaseInsensitive)
        || fromUtf8(process.commandLine).contains(m_text, Qt::CaseInsensitive)
        || (process.pid && QString::number(*process.pid) == m_text);
}

void ProcessFilterModel::findKept(const ProcessTable& table) const
{
    // Qt's recursive filtering looks below each row anew, which a long chain of processes makes quadratic.
    m_kept.assign(table.rows().size(), false);
    for (int row = 0; row < int(table.rows().size()); ++row) {
        if (!matches(table.rows()[std::size_t(row)])) {
            continue;
        }
        for (int kept = row; kept >= 0 && !m_kept[std::size_t(kept)]; kept = table.rows()[std::size_t(kept)].parent) {
            m_kept[std::size_t(kept)] = true;
        }
    }
}

} // namespace ui
