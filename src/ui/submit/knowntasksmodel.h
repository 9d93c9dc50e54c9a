// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/hashlookup.h"

#include <QAbstractTableModel>

namespace ui {

// What the servers know of hashes: a row for each task, or for each server that has none.
class KnownTasksModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { HashColumn, ServerColumn, TaskColumn, StateColumn, AddedColumn, ColumnCount };

    struct Row {
        QString hash;
        QString profileId;
        QString server;
        std::optional<net::TaskView> task;
        QString words; // instead of a task
        bool isFailure = false;
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setAnswers(const QList<net::HashLookup::Answer>& answers);
    const QList<Row>& rows() const { return m_rows; }
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const Row& row, int column) const;

    QList<Row> m_rows;
};

} // namespace ui
