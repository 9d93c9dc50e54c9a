// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/columnmeasure.h"

#include <QFontMetrics>
#include <QHeaderView>
#include <QTreeView>

#include <algorithm>
#include <array>
#include <vector>

namespace ui {

namespace {

constexpr int firstRows = 200;
constexpr int furtherRows = 200;
constexpr std::size_t measuredCells = 8; // of the sample: those with the longest texts
constexpr qsizetype estimatedCharacters = 500; // what is longer is wider than any column

// About how wide a text is: without kerning and shaping, which cost more than all the rest.
class Estimate {
public:
    explicit Estimate(const QFont& font)
        : m_metrics(font)
    {
        for (std::size_t c = 0; c < m_widths.size(); ++c) {
            m_widths[c] = m_metrics.horizontalAdvance(QChar(char16_t(c)));
        }
    }

    int operator()(QStringView text) const
    {
        int width = 0;
        for (const QChar c : text.first(std::min(text.size(), estimatedCharacters))) {
            width += c.unicode() < m_widths.size() ? m_widths[c.unicode()] : 2 * m_widths['n'];
        }
        return width;
    }

private:
    QFontMetrics m_metrics;
    std::array<int, 127> m_widths{};
};

std::vector<QModelIndex> sampleOfTree(QTreeView* tree, int column)
{
    std::vector<QModelIndex> sample;
    for (QModelIndex row = tree->model()->index(0, 0); row.isValid() && sample.size() < firstRows + furtherRows;
        row = tree->indexBelow(row)) {
        sample.push_back(row.siblingAtColumn(column));
    }
    return sample;
}

std::vector<QModelIndex> sampleOfTable(const QAbstractItemModel* model, const QModelIndex& root, int column)
{
    const int count = model->rowCount(root);
    const int first = std::min(count, firstRows);
    std::vector<QModelIndex> sample;
    for (int row = 0; row < first; ++row) {
        sample.push_back(model->index(row, column, root));
    }
    const int step = std::max(1, (count - first) / furtherRows);
    for (int row = first; row < count; row += step) {
        sample.push_back(model->index(row, column, root));
    }
    return sample;
}

int indentationOf(const QTreeView* tree, const QModelIndex& index)
{
    int depth = tree->rootIsDecorated() ? 1 : 0;
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent()) {
        ++depth;
    }
    return depth * tree->indentation();
}

} // namespace

int widestCell(QAbstractItemView* view, int column)
{
    auto* tree = qobject_cast<QTreeView*>(view);
    const bool isTreeColumn = tree && tree->header()->logicalIndex(0) == column;
    const std::vector<QModelIndex> sample
        = tree ? sampleOfTree(tree, column) : sampleOfTable(view->model(), view->rootIndex(), column);
    if (sample.empty()) {
        return 0;
    }
    const QVariant font = sample.front().data(Qt::FontRole);
    const Estimate estimate(font.isValid() ? font.value<QFont>() : view->font());
    std::vector<std::pair<int, std::size_t>> byWidth;
    for (std::size_t i = 0; i < sample.size(); ++i) {
        const int indentation = isTreeColumn ? indentationOf(tree, sample[i]) : 0;
        byWidth.emplace_back(indentation + estimate(sample[i].data().toString()), i);
    }
    // Where there is no text at all, every cell may be drawn as wide as the other.
    const bool isDrawn = std::ranges::max(byWidth).first == 0;
    const std::size_t measured = std::min(byWidth.size(), isDrawn ? std::size_t(firstRows) : measuredCells);
    std::ranges::partial_sort(byWidth, byWidth.begin() + std::ptrdiff_t(measured), std::ranges::greater());
    int widest = 0;
    for (std::size_t i = 0; i < measured; ++i) {
        const QModelIndex& index = sample[byWidth[i].second];
        const int indentation = isTreeColumn ? indentationOf(tree, index) : 0;
        widest = std::max(widest, indentation + view->sizeHintForIndex(index).width());
    }
    return widest + 1; // a grid's line, where there is one
}

} // namespace ui
