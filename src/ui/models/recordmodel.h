// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <functional>
#include <utility>
#include <vector>

namespace ui {

// How a column of a table of records looks.
enum class ColumnStyle { Text, Mono, Number };

// A table of records of one kind, whatever the kind: the columns say what each cell shows and sorts by.
class RecordModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { SortRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    // Tells the views that a column shows something else now.
    void columnChanged(int column);

    QString title(int column) const { return m_columns[std::size_t(column)].title; }
    ColumnStyle style(int column) const { return m_columns[std::size_t(column)].style; }

protected:
    struct Header {
        QString title;
        ColumnStyle style;
    };

    void addHeader(const QString& title, ColumnStyle style) { m_columns.push_back({title, style}); }
    virtual QString text(int row, int column) const = 0;
    virtual QVariant sortKey(int row, int column) const = 0;

private:
    std::vector<Header> m_columns;
};

template <typename Record>
class RecordTable : public RecordModel {
public:
    using Text = std::function<QString(const Record&)>;
    using Key = std::function<QVariant(const Record&)>;

    using RecordModel::RecordModel;

    // Without a key of its own a column sorts by its text.
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
        endResetModel();
    }

    const Record& record(int row) const { return m_records[std::size_t(row)]; }
    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_records.size()); }

protected:
    QString text(int row, int column) const override { return m_texts[std::size_t(column)](record(row)); }
    QVariant sortKey(int row, int column) const override
    {
        const Key& key = m_keys[std::size_t(column)];
        return key ? key(record(row)) : QVariant(text(row, column));
    }

private:
    std::vector<Record> m_records;
    std::vector<Text> m_texts;
    std::vector<Key> m_keys;
};

// Keeps the records in which any column holds the text, and which pass a test of their own.
class RecordFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit RecordFilter(QObject* parent = nullptr);
    void setText(const QString& text);
    // The row is the source's; an empty test passes everything.
    void setTest(std::function<bool(int row)> test);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QString m_text;
    std::function<bool(int row)> m_test;
};

} // namespace ui
