// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/serverprobe.h"

#include <QAbstractTableModel>

namespace ui {

// What a probe found, a function of the server in each row: on or off, and what switches it on.
class ProbeModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { FunctionColumn, StateColumn, RemarkColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setItems(const QList<net::ProbeItem>& items);
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<net::ProbeItem> m_items;
};

} // namespace ui
