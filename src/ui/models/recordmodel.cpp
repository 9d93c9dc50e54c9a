// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/recordmodel.h"

#include "ui/theme/theme.h"

#include <limits>
#include <numeric>

namespace ui {

namespace {

constexpr std::size_t MostLines = 200'000; // beyond so many records their texts are made anew for each filter
constexpr std::size_t LinesAtOnce = 1000; // a few milliseconds

template <typename Key>
std::vector<std::size_t> sorted(const std::vector<Key>& keys, Qt::SortOrder direction)
{
    std::vector<std::size_t> order(keys.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    const auto key = [&keys](std::size_t record) -> const Key& { return keys[record]; };
    if (direction == Qt::AscendingOrder) {
        std::ranges::stable_sort(order, std::ranges::less(), key);
    } else {
        std::ranges::stable_sort(order, std::ranges::greater(), key);
    }
    return order;
}

bool isNumber(const QVariant& key)
{
    return key.typeId() != QMetaType::QString;
}

double numberOf(const QVariant& key)
{
    return key.isValid() ? key.toDouble() : -std::numeric_limits<double>::infinity();
}

} // namespace

RecordModel::RecordModel(QObject* parent)
    : QAbstractTableModel(parent)
{
    m_idle.setInterval(0);
    connect(&m_idle, &QTimer::timeout, this, &RecordModel::prepareLines);
}

int RecordModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

void RecordModel::columnChanged(int column)
{
    if (rowCount() == 0) {
        return;
    }
    forgetLines();
    if (column == m_sortColumn) {
        sort(m_sortColumn, m_sortOrder);
    }
    Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column));
}

void RecordModel::recordsReplaced()
{
    forgetLines();
    arrange();
}

void RecordModel::sort(int column, Qt::SortOrder order)
{
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<std::size_t> records;
    for (const QModelIndex& index : before) {
        records.push_back(recordAt(index.row()));
    }
    m_sortColumn = column;
    m_sortOrder = order;
    arrange();
    const int count = rowCount();
    std::vector<int> rows(static_cast<std::size_t>(count));
    for (int row = 0; row < count; ++row) {
        rows[recordAt(row)] = row;
    }
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        after << index(rows[records[std::size_t(i)]], before[i].column());
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void RecordModel::arrange()
{
    m_order.clear();
    if (m_sortColumn < 0 || m_sortColumn >= columnCount()) {
        return;
    }
    std::vector<QVariant> keys;
    keys.reserve(std::size_t(rowCount()));
    for (std::size_t record = 0; record < std::size_t(rowCount()); ++record) {
        keys.push_back(sortKey(record, m_sortColumn));
    }
    if (std::ranges::all_of(keys, isNumber)) {
        std::vector<double> numbers(keys.size());
        std::ranges::transform(keys, numbers.begin(), numberOf);
        m_order = sorted(numbers, m_sortOrder);
    } else {
        std::vector<QString> texts(keys.size());
        std::ranges::transform(
            keys, texts.begin(), [](const QVariant& key) { return key.toString().toCaseFolded(); });
        m_order = sorted(texts, m_sortOrder);
    }
}

QString RecordModel::lineOf(std::size_t record) const
{
    QStringList texts;
    for (int column = 0; column < columnCount(); ++column) {
        texts << text(record, column);
    }
    return texts.join(QLatin1Char('\n')).toCaseFolded() + QLatin1Char('\n');
}

bool RecordModel::holds(int row, const QString& folded) const
{
    const std::size_t record = recordAt(row);
    if (record >= m_lines.size()) {
        return lineOf(record).contains(folded);
    }
    if (m_lines[record].isNull()) {
        m_lines[record] = lineOf(record);
    }
    return m_lines[record].contains(folded);
}

void RecordModel::forgetLines()
{
    m_lines.clear();
    m_lines.resize(std::min(std::size_t(rowCount()), MostLines));
    m_prepared = 0;
    m_idle.start();
}

// A filter finds the texts ready: to make them all at its first letter would keep the window waiting.
void RecordModel::prepareLines()
{
    const std::size_t end = std::min(m_prepared + LinesAtOnce, m_lines.size());
    for (; m_prepared < end; ++m_prepared) {
        if (m_lines[m_prepared].isNull()) {
            m_lines[m_prepared] = lineOf(m_prepared);
        }
    }
    if (m_prepared == m_lines.size()) {
        m_idle.stop();
    }
}

QVariant RecordModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return text(recordAt(index.row()), index.column());
    case Qt::FontRole:
        return style(index.column()) == ColumnStyle::Mono ? QVariant(Theme::monoFont()) : QVariant();
    case Qt::TextAlignmentRole:
        return int((style(index.column()) == ColumnStyle::Number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant RecordModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::DisplayRole) {
        return title(section);
    }
    if (role == Qt::TextAlignmentRole) {
        return int((style(section) == ColumnStyle::Number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    return {};
}

void RecordFilter::sort(int column, Qt::SortOrder order)
{
    sourceModel()->sort(column, order);
}

void RecordFilter::setText(const QString& text)
{
    m_text = text.toCaseFolded();
    invalidate(); // not row by row: each would move all that follow it, in the view as well
}

void RecordFilter::setTest(std::function<bool(int row)> test)
{
    m_test = std::move(test);
    invalidate();
}

bool RecordFilter::filterAcceptsRow(int row, const QModelIndex&) const
{
    if (m_test && !m_test(row)) {
        return false;
    }
    return m_text.isEmpty() || static_cast<const RecordModel*>(sourceModel())->holds(row, m_text);
}

} // namespace ui
