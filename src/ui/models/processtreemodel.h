// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/processtable.h"

#include <QAbstractItemModel>
#include <QSortFilterProxyModel>

#include <memory>
#include <set>

namespace ui {

// The processes of a report as a tree. Rows are those of the table; texts are made when they are asked for.
class ProcessTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { NameColumn, PidColumn, BadgesColumn, CommandColumn, FirstSeenColumn, CallsColumn, ColumnCount };
    enum Role { RowRole = Qt::UserRole, SortRole, BadgesRole };

    explicit ProcessTreeModel(QObject* parent = nullptr);

    void setTable(std::shared_ptr<const ProcessTable> table);
    const ProcessTable* table() const { return m_table.get(); }
    QModelIndex indexOfRow(int row, int column = NameColumn) const;
    // The process that the index stands for; null for an invalid one.
    const ProcessRow* process(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void tellTimesChanged();
    const std::vector<int>& childrenOf(const QModelIndex& parent) const;

    std::shared_ptr<const ProcessTable> m_table;
};

// Filters the tree by a text in name, command line or pid, and by pids, and hides processes known to be harmless; the
// ancestors of what is kept stay, so that it has its place.
class ProcessFilterModel : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit ProcessFilterModel(QObject* parent = nullptr);
    void setText(const QString& text);
    void setPids(const std::set<qint64>& pids);
    void setHarmlessHidden(bool hidden);
    qint64 shownCount() const; // of processes, however deep
    void setSourceModel(QAbstractItemModel* model) override; // a ProcessTreeModel

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    bool matches(const ProcessRow& process) const;
    void findKept(const ProcessTable& table) const;

    QString m_text;
    std::set<qint64> m_pids;
    bool m_harmlessHidden = false;
    mutable std::vector<bool> m_kept; // by the table's rows; empty until it is asked for
};

} // namespace ui
