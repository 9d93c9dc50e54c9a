// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sectiontreemodel.h"

#include "ui/text/format.h"
#include "ui/theme/theme.h"

namespace ui {

SectionTreeModel::SectionTreeModel(QObject* parent)
    : QAbstractItemModel(parent)
{
}

void SectionTreeModel::setResult(core::AnalysisResultPtr result)
{
    beginResetModel();
    m_result = std::move(result);
    m_places.clear();
    if (m_result) {
        place(m_result->sections, nullptr);
    }
    endResetModel();
}

void SectionTreeModel::place(const std::vector<core::Section>& sections, const core::Section* parent)
{
    for (std::size_t row = 0; row < sections.size(); ++row) {
        m_places[&sections[row]] = {parent, int(row)};
        place(sections[row].subsections(), &sections[row]);
    }
}

const core::Section* SectionTreeModel::section(const QModelIndex& index) const
{
    return static_cast<const core::Section*>(index.constInternalPointer());
}

const std::vector<core::Section>& SectionTreeModel::below(const QModelIndex& parent) const
{
    return parent.isValid() ? section(parent)->subsections() : m_result->sections;
}

QModelIndex SectionTreeModel::find(const QString& text) const
{
    QModelIndex holding;
    QModelIndexList open{QModelIndex()};
    while (!open.isEmpty()) {
        const QModelIndex parent = open.takeFirst();
        for (int row = 0; row < rowCount(parent); ++row) {
            const QModelIndex child = index(row, TitleColumn, parent);
            const QString title = fromUtf8(section(child)->title());
            if (title == text) {
                return child;
            }
            if (!holding.isValid() && title.contains(text, Qt::CaseInsensitive)) {
                holding = child;
            }
            open += child;
        }
    }
    return holding;
}

QModelIndex SectionTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, &below(parent)[std::size_t(row)]);
}

QModelIndex SectionTreeModel::parent(const QModelIndex& child) const
{
    if (!child.isValid()) {
        return {};
    }
    const core::Section* parent = m_places.at(section(child)).parent;
    return parent ? createIndex(m_places.at(parent).row, 0, parent) : QModelIndex();
}

int SectionTreeModel::rowCount(const QModelIndex& parent) const
{
    return !m_result || parent.column() > 0 ? 0 : int(below(parent).size());
}

int SectionTreeModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QVariant SectionTreeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const core::Section& shown = *section(index);
    const bool isScore = index.column() == ScoreColumn;
    if (role == Qt::DisplayRole) {
        return !isScore         ? QVariant(fromUtf8(shown.title()))
            : shown.heuristic() ? QVariant(formatCount(shown.heuristic()->score()))
                                : QVariant();
    }
    if (role == Qt::TextAlignmentRole && isScore) {
        return int(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role == Qt::ForegroundRole && isScore && shown.heuristic()) {
        return Theme::color(severityToken(severityOfScore(shown.heuristic()->score())));
    }
    return {};
}

QVariant SectionTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole && section == ScoreColumn) {
        return int(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    return section == TitleColumn ? tr("Section") : tr("Score");
}

int severityOfScore(qint64 score)
{
    if (score < 0) {
        return 0;
    }
    if (score < 30) {
        return 1;
    }
    if (score < 100) {
        return 2;
    }
    if (score < 300) {
        return 3;
    }
    return score < 1000 ? 4 : 5;
}

int severityOfTotal(qint64 score)
{
    return score >= 1000 ? 5 : score >= 700 ? 4 : score >= 300 ? 3 : score > 0 ? 2 : 0;
}

} // namespace ui
