// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/probemodel.h"

#include "ui/text/safetext.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

namespace ui {

namespace {

QString stateText(net::ProbeItem::State state)
{
    switch (state) {
    case net::ProbeItem::State::On:
        return ProbeModel::tr("on");
    case net::ProbeItem::State::Off:
        return ProbeModel::tr("off");
    case net::ProbeItem::State::Failed:
        return ProbeModel::tr("failed");
    case net::ProbeItem::State::Unknown:
        break;
    }
    return ProbeModel::tr("not known");
}

QIcon stateIcon(net::ProbeItem::State state)
{
    switch (state) {
    case net::ProbeItem::State::On:
        return icon(u"check", Token::Good);
    case net::ProbeItem::State::Off:
        return icon(u"warning", Token::Severity3);
    case net::ProbeItem::State::Failed:
        return icon(u"error", Token::Severity5);
    case net::ProbeItem::State::Unknown:
        break;
    }
    return icon(u"help", Token::Dim);
}

QString remarkOf(const net::ProbeItem& item)
{
    if (item.remedy.isEmpty()) {
        return item.reason;
    }
    return item.reason.isEmpty() ? item.remedy : ProbeModel::tr("%1 To switch it on: %2").arg(item.reason, item.remedy);
}

} // namespace

void ProbeModel::setItems(const QList<net::ProbeItem>& items)
{
    // Rows only ever come; those that are there change in place.
    const int before = rowCount();
    const int kept = std::min(before, int(items.size()));
    if (items.size() < before) {
        beginRemoveRows({}, int(items.size()), before - 1);
        m_items = items;
        endRemoveRows();
    } else if (items.size() > before) {
        beginInsertRows({}, before, int(items.size()) - 1);
        m_items = items;
        endInsertRows();
    } else {
        m_items = items;
    }
    if (kept > 0) {
        Q_EMIT dataChanged(index(0, 0), index(kept - 1, ColumnCount - 1));
    }
}

int ProbeModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

int ProbeModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProbeModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const net::ProbeItem& item = m_items[index.row()];
    if (role == Qt::DisplayRole) {
        return index.column() == FunctionColumn ? item.name
            : index.column() == StateColumn     ? stateText(item.state)
                                                : remarkOf(item);
    }
    if (role == Qt::DecorationRole && index.column() == StateColumn) {
        return stateIcon(item.state);
    }
    if (role == Qt::ForegroundRole && item.state == net::ProbeItem::State::Off && index.column() != RemarkColumn) {
        return Theme::color(Token::Dim);
    }
    if (role == Qt::ToolTipRole) {
        return remarkOf(item) + (item.detail.isEmpty() ? QString() : QLatin1Char('\n') + item.detail);
    }
    return {};
}

QVariant ProbeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == FunctionColumn ? tr("Function") : section == StateColumn ? tr("State") : tr("Remark");
}

} // namespace ui
