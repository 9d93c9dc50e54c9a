// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/apicallmodel.h"

#include "ui/models/wholetext.h"
#include "ui/text/clockchoice.h"
#include "ui/text/format.h"
#include "ui/text/reporttime.h"
#include "ui/theme/theme.h"

#include <algorithm>
#include <map>

namespace ui {

namespace {

// What a cell can show at most; the inspector has the whole.
constexpr std::size_t longestCell = 512;

} // namespace

ApiCallModel::ApiCallModel(QObject* parent)
    : QAbstractTableModel(parent)
{
    connect(&ClockChoice::instance(), &ClockChoice::changed, this, [this] {
        if (rowCount() > 0) {
            Q_EMIT dataChanged(index(0, TimeColumn), index(rowCount() - 1, TimeColumn), {Qt::DisplayRole});
        }
    });
}

void ApiCallModel::setReport(core::ReportPtr report)
{
    m_report = std::move(report);
    m_range = {0, m_report ? m_report->calls().callCount() : 0};
    refill();
}

void ApiCallModel::setRange(core::IndexRange range)
{
    // Whatever is asked for, no call beyond the store is shown.
    const std::uint32_t count = m_report ? m_report->calls().callCount() : 0;
    const std::uint32_t first = std::min(range.first, count);
    range = {first, std::min(range.count, count - first)};
    if (range == m_range) {
        return;
    }
    m_range = range;
    refill();
}

void ApiCallModel::setFilter(const CallFilter& filter)
{
    if (filter == m_filter) {
        return;
    }
    m_filter = filter;
    refill();
}

void ApiCallModel::refill()
{
    beginResetModel();
    m_rows = m_report ? filteredCalls(*m_report, m_range, m_filter) : std::vector<core::CallIndex>();
    endResetModel();
}

std::vector<std::pair<std::string, int>> ApiCallModel::categories() const
{
    if (!m_report) {
        return {};
    }
    std::map<core::StringId, int> counts;
    for (core::CallIndex call = m_range.first; call < m_range.end(); ++call) {
        ++counts[m_report->calls().categoryId(call)];
    }
    std::vector<std::pair<std::string, int>> sorted;
    for (const auto& [id, count] : counts) {
        sorted.emplace_back(m_report->calls().text(id), count);
    }
    std::ranges::stable_sort(sorted, std::greater(), &std::pair<std::string, int>::second);
    return sorted;
}

int ApiCallModel::rowOfCall(core::CallIndex call) const
{
    const auto found = std::ranges::lower_bound(m_rows, call);
    return found == m_rows.end() || *found != call ? -1 : int(found - m_rows.begin());
}

int ApiCallModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ApiCallModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ApiCallModel::argumentsText(core::CallIndex call, std::size_t longest) const
{
    const core::ApiCallStore& calls = m_report->calls();
    const core::IndexRange arguments = calls.arguments(call);
    std::string text;
    for (core::ArgumentIndex argument = arguments.first; argument < arguments.end() && text.size() < longest;
        ++argument) {
        if (!text.empty()) {
            text += ", ";
        }
        text.append(calls.argumentName(argument)).append(": ");
        const std::string_view pretty = calls.argumentPretty(argument);
        text.append((pretty.empty() ? calls.argumentText(argument) : pretty).substr(0, longest));
    }
    return fromUtf8(text);
}

QString ApiCallModel::text(core::CallIndex call, int column, std::size_t longest) const
{
    const core::ApiCallStore& calls = m_report->calls();
    switch (column) {
    case TimeColumn:
        return guestTimeText(m_report->clock(), calls.timestamp(call));
    case CategoryColumn:
        return fromUtf8(calls.category(call).substr(0, longest));
    case ApiColumn:
        return fromUtf8(calls.api(call).substr(0, longest));
    case ArgumentsColumn:
        return argumentsText(call, longest);
    case StatusColumn: {
        const auto status = calls.status(call);
        return !status ? QString() : *status ? tr("ok") : tr("failed");
    }
    case ReturnColumn: {
        const std::string_view pretty = calls.prettyReturn(call);
        return fromUtf8((pretty.empty() ? calls.returned(call) : pretty).substr(0, longest));
    }
    case RepeatedColumn:
        return calls.repeated(call) > 0 ? formatCount(calls.repeated(call)) : QString();
    default:
        return {};
    }
}

QVariant ApiCallModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !m_report) {
        return {};
    }
    const core::CallIndex call = callAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(call, index.column(), longestCell);
    case WholeTextRole:
        return text(call, index.column(), std::string::npos);
    case CategoryRole:
        return fromUtf8(m_report->calls().category(call));
    case CallRole:
        return call;
    case Qt::FontRole:
        if (index.column() == ApiColumn || index.column() == StatusColumn || index.column() == CategoryColumn) {
            return {};
        }
        return Theme::monoFont();
    case Qt::ForegroundRole:
        if (index.column() == StatusColumn && m_report->calls().status(call) == false) {
            return Theme::color(Token::Severity4);
        }
        if (index.column() == TimeColumn || index.column() == CategoryColumn) {
            return Theme::color(Token::Dim);
        }
        return {};
    case Qt::TextAlignmentRole:
        return int((index.column() == RepeatedColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant ApiCallModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == RepeatedColumn) {
        return int(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case CategoryColumn:
        return tr("Category");
    case ApiColumn:
        return tr("API");
    case ArgumentsColumn:
        return tr("Arguments");
    case StatusColumn:
        return tr("Status");
    case ReturnColumn:
        return tr("Return");
    case RepeatedColumn:
        return tr("×", "how often a call was repeated");
    default:
        return {};
    }
}

} // namespace ui
