// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "ui/models/callfilter.h"

#include <QAbstractTableModel>

#include <vector>

namespace ui {

// API calls of one process, or of all, that pass a filter. A row is a number in the report's call store and nothing
// else.
class ApiCallModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        TimeColumn,
        CategoryColumn,
        ApiColumn,
        ArgumentsColumn,
        StatusColumn,
        ReturnColumn,
        RepeatedColumn,
        ColumnCount
    };
    enum Role { CategoryRole = Qt::UserRole, CallRole };

    explicit ApiCallModel(QObject* parent = nullptr);

    void setReport(core::ReportPtr report);
    void setRange(core::IndexRange range);
    void setFilter(const CallFilter& filter);
    const CallFilter& filter() const { return m_filter; }

    // Whether the call is in the range, filtered or not.
    bool holds(core::CallIndex call) const { return call >= m_range.first && call < m_range.end(); }
    // How many calls the range has, filtered or not.
    qint64 totalCount() const { return m_range.count; }
    // How many calls of the range each category has, most first.
    std::vector<std::pair<std::string, int>> categories() const;
    // The row of a call; -1 where the filter hides it.
    int rowOfCall(core::CallIndex call) const;
    core::CallIndex callAt(int row) const { return m_rows[std::size_t(row)]; }
    // "name: value, name: value"
    QString argumentsText(core::CallIndex call, std::size_t longest) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(core::CallIndex call, int column, std::size_t longest) const;
    void refill();

    core::ReportPtr m_report;
    core::IndexRange m_range;
    CallFilter m_filter;
    std::vector<core::CallIndex> m_rows; // ascending
};

} // namespace ui
