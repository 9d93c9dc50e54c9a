// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QTimer>

#include <functional>
#include <utility>
#include <vector>

namespace ui {

// How a column of a table of records looks.
enum class ColumnStyle { Text, Mono, Number };

// A table of records of one kind, whatever the kind: the columns say what each cell shows and sorts by. It sorts by
// itself, reading each key once, so that tens of thousands of records do not keep the window waiting.
class RecordModel : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit RecordModel(QObject* parent = nullptr);

    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    // By a column, or by none as the records came. Equal ones stay in that order.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    // Tells the views that a column shows something else now.
    void columnChanged(int column);
    // Whether any column of the row shows the text, which is in folded case.
    bool holds(int row, const QString& folded) const;

    QString title(int column) const { return m_columns[std::size_t(column)].title; }
    ColumnStyle style(int column) const { return m_columns[std::size_t(column)].style; }

protected:
    struct Header {
        QString title;
        ColumnStyle style;
    };

    void addHeader(const QString& title, ColumnStyle style) { m_columns.push_back({title, style}); }
    // Of the records as they came, whatever their order in the table.
    virtual QString text(std::size_t record, int column) const = 0;
    virtual QVariant sortKey(std::size_t record, int column) const = 0;
    std::size_t recordAt(int row) const { return m_order.empty() ? std::size_t(row) : m_order[std::size_t(row)]; }
    // To be called while the model is reset with other records.
    void recordsReplaced();

private:
    void arrange();
    void forgetLines();
    void prepareLines();
    QString lineOf(std::size_t record) const;

    std::vector<Header> m_columns;
    std::vector<std::size_t> m_order; // the record of each row; empty where they are as they came
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    mutable std::vector<QString> m_lines; // what each record shows, in folded case: null until it is asked for
    std::size_t m_prepared = 0;
    QTimer m_idle;
};

template <typename Record>
class RecordTable : public RecordModel {
public:
    using Text = std::function<QString(const Record&)>;
    using Key = std::function<QVariant(const Record&)>;

    using RecordModel::RecordModel;

    // Without a key of its own a column sorts by its text. A key is a number, or invalid where there is none.
    RecordTable& column(const QString& title, ColumnStyle style, Text text, Key key = {})
    {
        addHeader(title, style);
        m_texts.push_back(std::move(text));
        m_keys.push_back(std::move(key));
        return *this;
    }

    void setRecords(std::vector<Record> records)
    {
        beginResetModel();
        m_records = std::move(records);
        recordsReplaced();
        endResetModel();
    }

    const Record& record(int row) const { return m_records[recordAt(row)]; }
    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_records.size()); }

protected:
    QString text(std::size_t record, int column) const override
    {
        return m_texts[std::size_t(column)](m_records[record]);
    }
    QVariant sortKey(std::size_t record, int column) const override
    {
        const Key& key = m_keys[std::size_t(column)];
        return key ? key(m_records[record]) : QVariant(text(record, column));
    }

private:
    std::vector<Record> m_records;
    std::vector<Text> m_texts;
    std::vector<Key> m_keys;
};

// Keeps the records of a RecordModel in which any column holds the text, and which pass a test of their own. The model
// does the sorting.
class RecordFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    void setText(const QString& text);
    // The row is the source's; an empty test passes everything.
    void setTest(std::function<bool(int row)> test);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QString m_text; // in folded case
    std::function<bool(int row)> m_test;
};

} // namespace ui
