// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/processgraph.h"

#include "ui/models/processdelegates.h"
#include "ui/models/processtreemodel.h"
#include "ui/text/format.h"
#include "ui/text/safetext.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QToolTip>

#include <unordered_map>

namespace ui {

namespace {

constexpr QSize BoxSize(180, 44);
constexpr int ColumnStep = BoxSize.width() + 30;
constexpr int RowStep = BoxSize.height() + 8;
constexpr int Margin = 12;
constexpr int IconSize = 16;
constexpr int BarWidth = 3;
constexpr int PageRows = 5; // what PgUp and PgDn go over
constexpr int MostArrows = 2000; // a hostile report may name a million

void paintArrow(QPainter* painter, const QPoint& from, const QPoint& to)
{
    QPainterPath path(from);
    path.cubicTo(from + QPoint(32, 0), to + QPoint(32, 0), to + QPoint(6, 0));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(path);
    painter->setBrush(painter->pen().color());
    painter->drawPolygon(QPolygon({to, to + QPoint(7, -4), to + QPoint(7, 4)}));
}

} // namespace

ProcessGraph::ProcessGraph(QWidget* parent)
    : QAbstractItemView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(SingleSelection);
    setSelectionBehavior(SelectRows);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    connect(&Theme::instance(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void ProcessGraph::setModel(QAbstractItemModel* shown)
{
    QAbstractItemView::setModel(shown);
    for (const auto change : {&QAbstractItemModel::rowsAboutToBeInserted, &QAbstractItemModel::rowsAboutToBeRemoved,
             &QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(shown, change, this, &ProcessGraph::forget);
    }
    connect(shown, &QAbstractItemModel::layoutAboutToBeChanged, this, &ProcessGraph::forget);
    connect(shown, &QAbstractItemModel::modelAboutToBeReset, this, &ProcessGraph::forget);
    forget();
}

void ProcessGraph::forget()
{
    m_nodes.clear();
    m_nodeOfRow.clear();
    scheduleDelayedItemsLayout();
}

void ProcessGraph::reset()
{
    forget();
    QAbstractItemView::reset();
}

void ProcessGraph::doItemsLayout()
{
    m_nodes.clear();
    m_nodeOfRow.clear();
    addNodes();
    placeNodes();
    QAbstractItemView::doItemsLayout();
}

void ProcessGraph::addNodes()
{
    if (!model()) {
        return;
    }
    // Without recursion: a hostile report's chain of processes is as deep as it is long.
    struct Open {
        QModelIndex index;
        int parent;
    };
    std::vector<Open> open;
    const auto push = [&](const QModelIndex& parent, int node) {
        for (int row = model()->rowCount(parent) - 1; row >= 0; --row) {
            open.push_back({model()->index(row, 0, parent), node});
        }
    };
    push({}, -1);
    while (!open.empty()) {
        const auto [index, parent] = open.back();
        open.pop_back();
        Node node;
        node.index = index;
        node.process = static_cast<const ProcessRow*>(index.data(ProcessTreeModel::BadgesRole).value<const void*>());
        node.parent = parent;
        node.depth = parent < 0 ? 0 : m_nodes[std::size_t(parent)].depth + 1;
        const auto row = std::size_t(index.data(ProcessTreeModel::RowRole).toInt());
        if (row >= m_nodeOfRow.size()) {
            m_nodeOfRow.resize(row + 1, -1);
        }
        m_nodeOfRow[row] = int(m_nodes.size());
        m_nodes.push_back(node);
        push(index, int(m_nodes.size()) - 1);
    }
}

void ProcessGraph::placeNodes()
{
    // A leaf takes the next line; a parent stands in line with its first child.
    std::vector<bool> isParent(m_nodes.size(), false);
    for (const Node& node : m_nodes) {
        if (node.parent >= 0) {
            isParent[std::size_t(node.parent)] = true;
        }
    }
    int next = Margin;
    int columns = 0;
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        columns = std::max(columns, m_nodes[i].depth + 1);
        if (!isParent[i]) {
            m_nodes[i].y = next;
            next += RowStep;
        }
    }
    for (std::size_t i = m_nodes.size(); i-- > 0;) {
        if (isParent[i]) {
            m_nodes[i].y = m_nodes[i + 1].y; // its first child comes right after it
        }
    }
    m_size = {Margin * 2 + columns * ColumnStep, next + Margin};
}

QRect ProcessGraph::rectOf(const Node& node) const
{
    return {QPoint(Margin + node.depth * ColumnStep, node.y), BoxSize};
}

int ProcessGraph::nodeOf(const QModelIndex& index) const
{
    if (!index.isValid()) {
        return -1;
    }
    const auto row = std::size_t(index.data(ProcessTreeModel::RowRole).toInt());
    return row < m_nodeOfRow.size() ? m_nodeOfRow[row] : -1;
}

QRect ProcessGraph::visualRect(const QModelIndex& index) const
{
    const int node = nodeOf(index);
    return node < 0 ? QRect() : rectOf(m_nodes[std::size_t(node)]).translated(-horizontalOffset(), -verticalOffset());
}

QModelIndex ProcessGraph::indexAt(const QPoint& point) const
{
    const QPoint place = point + QPoint(horizontalOffset(), verticalOffset());
    const auto hit = std::ranges::find_if(m_nodes, [&](const Node& node) { return rectOf(node).contains(place); });
    return hit == m_nodes.end() ? QModelIndex() : hit->index;
}

void ProcessGraph::scrollTo(const QModelIndex& index, ScrollHint)
{
    executeDelayedItemsLayout();
    const int node = nodeOf(index);
    if (node < 0) {
        return;
    }
    const QRect box = rectOf(m_nodes[std::size_t(node)]).adjusted(-Margin, -Margin, Margin, Margin);
    const auto reveal = [](QScrollBar* bar, int first, int last, int room) {
        if (first < bar->value()) {
            bar->setValue(first);
        } else if (last > bar->value() + room) {
            bar->setValue(std::min(first, last - room));
        }
    };
    reveal(horizontalScrollBar(), box.left(), box.right(), viewport()->width());
    reveal(verticalScrollBar(), box.top(), box.bottom(), viewport()->height());
}

int ProcessGraph::neighbour(int node, int step) const
{
    const int depth = m_nodes[std::size_t(node)].depth;
    for (int other = node + step; other >= 0 && other < int(m_nodes.size()); other += step) {
        if (m_nodes[std::size_t(other)].depth == depth) {
            return other;
        }
    }
    return node;
}

QModelIndex ProcessGraph::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    executeDelayedItemsLayout();
    if (m_nodes.empty()) {
        return {};
    }
    const int now = nodeOf(currentIndex());
    if (now < 0) {
        return m_nodes.front().index;
    }
    int next = now;
    switch (action) {
    case MoveLeft:
        next = m_nodes[std::size_t(now)].parent < 0 ? now : m_nodes[std::size_t(now)].parent;
        break;
    case MoveRight:
        if (now + 1 < int(m_nodes.size()) && m_nodes[std::size_t(now) + 1].parent == now) {
            next = now + 1;
        }
        break;
    case MoveUp:
    case MovePrevious:
        next = neighbour(now, -1);
        break;
    case MoveDown:
    case MoveNext:
        next = neighbour(now, 1);
        break;
    case MovePageUp:
    case MovePageDown:
        for (int i = 0; i < PageRows; ++i) {
            next = neighbour(next, action == MovePageUp ? -1 : 1);
        }
        break;
    case MoveHome:
        next = 0;
        break;
    case MoveEnd:
        next = int(m_nodes.size()) - 1;
        break;
    }
    return m_nodes[std::size_t(next)].index;
}

int ProcessGraph::horizontalOffset() const
{
    return horizontalScrollBar()->value();
}

int ProcessGraph::verticalOffset() const
{
    return verticalScrollBar()->value();
}

void ProcessGraph::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags command)
{
    if (const QModelIndex index = indexAt(rect.topLeft()); index.isValid()) {
        selectionModel()->select(index, command | QItemSelectionModel::Rows);
    }
}

QRegion ProcessGraph::visualRegionForSelection(const QItemSelection& selection) const
{
    QRegion region;
    for (const QItemSelectionRange& range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            region += visualRect(range.model()->index(row, 0, range.parent())).adjusted(-2, -2, 2, 2);
        }
    }
    return region;
}

void ProcessGraph::updateGeometries()
{
    const QSize room = viewport()->size();
    horizontalScrollBar()->setRange(0, std::max(0, m_size.width() - room.width()));
    horizontalScrollBar()->setPageStep(room.width());
    horizontalScrollBar()->setSingleStep(ColumnStep / 4);
    verticalScrollBar()->setRange(0, std::max(0, m_size.height() - room.height()));
    verticalScrollBar()->setPageStep(room.height());
    verticalScrollBar()->setSingleStep(RowStep / 2);
    QAbstractItemView::updateGeometries();
}

void ProcessGraph::showEvent(QShowEvent* event)
{
    QAbstractItemView::showEvent(event);
    scrollTo(currentIndex());
}

bool ProcessGraph::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QModelIndex index = indexAt(help->pos());
        const QString text = index.data(Qt::ToolTipRole).toString();
        const int node = nodeOf(index);
        QToolTip::showText(help->globalPos(),
            node < 0 ? QString()
                     : safeToolTip(text + QLatin1Char('\n') + badgesText(*m_nodes[std::size_t(node)].process)),
            viewport());
        return true;
    }
    return QAbstractItemView::viewportEvent(event);
}

void ProcessGraph::paintEvent(QPaintEvent* event)
{
    executeDelayedItemsLayout();
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-horizontalOffset(), -verticalOffset());
    const QRect area = event->rect().translated(horizontalOffset(), verticalOffset());
    paintLinks(&painter, area);
    paintInjections(&painter, area);
    for (const Node& node : m_nodes) {
        if (rectOf(node).adjusted(-2, -2, 2, 2).intersects(area)) {
            paintNode(&painter, node);
        }
    }
}

void ProcessGraph::paintLinks(QPainter* painter, const QRect& area) const
{
    painter->setPen(QPen(Theme::color(Token::Dim), 1));
    for (const Node& node : m_nodes) {
        if (node.parent < 0) {
            continue;
        }
        const QRect parent = rectOf(m_nodes[std::size_t(node.parent)]);
        const QRect child = rectOf(node);
        if (!parent.united(child).intersects(area)) {
            continue;
        }
        const int bend = child.left() - (ColumnStep - BoxSize.width()) / 2;
        painter->drawPolyline(QPolygon({QPoint(parent.right(), parent.center().y()), QPoint(bend, parent.center().y()),
            QPoint(bend, child.center().y()), QPoint(child.left(), child.center().y())}));
    }
}

void ProcessGraph::paintInjections(QPainter* painter, const QRect& area) const
{
    std::unordered_map<std::int64_t, int> byPid;
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        if (m_nodes[i].process->pid) {
            byPid.try_emplace(*m_nodes[i].process->pid, int(i));
        }
    }
    painter->setPen(QPen(Theme::color(Token::Severity4), 1.5, Qt::DashLine));
    int arrows = 0;
    for (const Node& node : m_nodes) {
        for (const std::int64_t pid : node.process->badges.injectedInto) {
            const auto target = byPid.find(pid);
            if (target == byPid.end() || ++arrows > MostArrows) {
                continue;
            }
            const QRect from = rectOf(node);
            const QRect to = rectOf(m_nodes[std::size_t(target->second)]);
            if (from.united(to).adjusted(0, 0, 64, 0).intersects(area)) {
                paintArrow(painter, {from.right() + 1, from.center().y() + 8}, {to.right() + 1, to.center().y() + 8});
            }
        }
    }
}

void ProcessGraph::paintNode(QPainter* painter, const Node& node) const
{
    const QRect box = rectOf(node);
    const ProcessRow& process = *node.process;
    const bool isSelected = selectionModel() && selectionModel()->isSelected(node.index);
    const bool isCurrent = node.index == currentIndex().siblingAtColumn(0);
    const qreal ratio = painter->device()->devicePixelRatioF();
    painter->setPen(
        QPen(Theme::color(isSelected || isCurrent ? Token::Accent : Token::Line), isCurrent && hasFocus() ? 2 : 1));
    painter->setBrush(Theme::color(isSelected ? Token::Selection : Token::Raised));
    painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (process.badges.signatures > 0) {
        painter->fillRect(box.left() + 1, box.top() + 4, BarWidth, box.height() - 8,
            Theme::color(severityToken(process.badges.severity + 1)));
    }
    const Token textToken = isSelected ? Token::SelectionText : process.isHarmless ? Token::Dim : Token::Text;
    const Token dimToken = isSelected ? Token::SelectionText : Token::Dim;
    const QRect line(box.left() + 10, box.top() + 3, box.width() - 18, 20);
    const auto kind = node.index.data(Qt::DecorationRole).value<QIcon>();
    kind.paint(painter, QRect(line.left(), line.center().y() - IconSize / 2 + 1, IconSize, IconSize), Qt::AlignCenter,
        isSelected ? QIcon::Selected : QIcon::Normal);
    painter->setFont(Theme::dimFont());
    painter->setPen(Theme::color(dimToken));
    const QString pid = process.pid ? QString::number(*process.pid) : QString();
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, pid);
    const QRect text = line.adjusted(IconSize + 6, 0, -painter->fontMetrics().horizontalAdvance(pid) - 8, 0);
    painter->setFont(font());
    painter->setPen(Theme::color(textToken));
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        fontMetrics().elidedText(safeLine(fromUtf8(process.name)), Qt::ElideMiddle, text.width()));
    const QRect second(box.left() + 10, box.top() + 24, box.width() - 18, 18);
    paintBadges(painter, second, process, isSelected, ratio);
    if (process.calls.count > 0) {
        painter->setFont(Theme::dimFont());
        painter->setPen(Theme::color(dimToken));
        painter->drawText(
            second, Qt::AlignRight | Qt::AlignVCenter, tr("%Ln call(s)", nullptr, int(process.calls.count)));
    }
}

} // namespace ui
