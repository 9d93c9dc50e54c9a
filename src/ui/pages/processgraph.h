// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>

#include <vector>

namespace ui {

struct ProcessRow;

// The processes as a graph from left to right: a box for each, a line from parent to child, a dashed arrow under the
// boxes to the processes that one has changed. Shows a ProcessTreeModel, filtered or not; Left goes to the parent,
// Right to the first child, Up and Down to the neighbours in the same column.
class ProcessGraph : public QAbstractItemView {
    Q_OBJECT
public:
    explicit ProcessGraph(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    QRect visualRect(const QModelIndex& index) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint& point) const override;
    void doItemsLayout() override;
    void reset() override;

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override;
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex&) const override { return false; }
    void setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection& selection) const override;
    void updateGeometries() override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    struct Node {
        QModelIndex index; // valid until the model changes; then the nodes are made anew
        const ProcessRow* process = nullptr;
        int parent = -1;
        int depth = 0;
        int y = 0;
    };

    void forget();
    void addNodes();
    void placeNodes();
    QRect rectOf(const Node& node) const; // in the graph, unscrolled
    int nodeOf(const QModelIndex& index) const; // -1: none
    int neighbour(int node, int step) const; // in the same column
    void paintNode(QPainter* painter, const Node& node) const;
    void paintLinks(QPainter* painter, const QRect& area) const;
    void paintInjections(QPainter* painter, const QRect& area) const;

    std::vector<Node> m_nodes; // parents before children, from top to bottom
    std::vector<int> m_nodeOfRow; // by the process table's rows; -1: filtered away
    QSize m_size;
};

} // namespace ui
