// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/knowntasksmodel.h"

#include "ui/text/format.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"


namespace ui {

void KnownTasksModel::setAnswers(const QList<net::HashLookup::Answer>& answers)
{
    QList<Row> rows;
    for (const net::HashLookup::Answer& answer : answers) {
        Row row{answer.hash, answer.profileId, answer.server, {}, {}, false};
        for (const net::TaskView& task : answer.tasks) {
            row.task = task;
            rows << row;
        }
        if (!answer.tasks.isEmpty()) {
            continue;
        }
        row.isFailure = answer.error.has_value();
        row.words = answer.error ? answer.error->message : answer.isThere ? tr("Not known there") : tr("Asking\u2026");
        rows << row;
    }
    // Few rows, which answers split and fill: told anew, as no selection outlives that.
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int KnownTasksModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int KnownTasksModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString KnownTasksModel::text(const Row& row, int column) const
{
    switch (column) {
    case HashColumn:
        return row.hash;
    case ServerColumn:
        return row.server;
    case TaskColumn:
        return row.task ? QString::number(row.task->id) : QString();
    case StateColumn:
        return row.task ? row.task->status : row.words;
    case AddedColumn:
        return row.task && row.task->addedOn.isValid()
            ? formatDayAndTime(row.task->addedOn.toUTC())
            : QString();
    default:
        return {};
    }
}

QVariant KnownTasksModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::FontRole:
        return index.column() == HashColumn ? QVariant(Theme::monoFont()) : QVariant();
    case Qt::DecorationRole:
        if (index.column() != StateColumn) {
            return {};
        }
        return row.task ? icon(u"check", Token::Good) : row.isFailure ? icon(u"error", Token::Severity5) : QVariant();
    case Qt::ForegroundRole:
        return !row.task && index.column() == StateColumn
            ? QVariant(Theme::color(row.isFailure ? Token::Severity5 : Token::Dim))
            : QVariant();
    default:
        return {};
    }
}

QVariant KnownTasksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case HashColumn:
        return tr("Hash");
    case ServerColumn:
        return tr("Server");
    case TaskColumn:
        return tr("Task");
    case StateColumn:
        return tr("State");
    default:
        return tr("Submitted");
    }
}

} // namespace ui
