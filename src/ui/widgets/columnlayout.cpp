// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/columnlayout.h"

#include "ui/settings.h"
#include "ui/widgets/columnmeasure.h"
#include "ui/widgets/columnwidths.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QTreeView>

#include <algorithm>
#include <numeric>

namespace ui {

namespace {

constexpr auto savingPause = std::chrono::milliseconds(400);
constexpr int version = 2; // of the saved state; what an older one was is not known any more
constexpr int widestSaved = 20'000; // pixels
constexpr int usualLeast = 160; // pixels; cells of more than that are cut before other columns go
constexpr int narrowLeast = 72; // and where none can go any more

int sumOf(const std::vector<ColumnNeed>& needs)
{
    return std::accumulate(
        needs.begin(), needs.end(), 0, [](int sum, const ColumnNeed& need) { return sum + need.least; });
}

} // namespace

ColumnLayout::ColumnLayout(QAbstractItemView* view, QHeaderView* header, const QString& name)
    : QObject(header)
    , m_view(view)
    , m_header(header)
    , m_name(name)
    , m_columns(std::size_t(header->count()))
    , m_order(m_columns.size())
{
    std::ranges::iota(m_order, 0);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setStretchLastSection(false);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, &ColumnLayout::showMenu);
    m_pause.setSingleShot(true);
    m_pause.setInterval(savingPause);
    connect(&m_pause, &QTimer::timeout, this, &ColumnLayout::save);
    m_change.setSingleShot(true);
    m_change.setInterval(0);
    connect(&m_change, &QTimer::timeout, this, &ColumnLayout::update);
    header->installEventFilter(this);
    restore();
    follow();
    apply();
}

void ColumnLayout::follow()
{
    connect(m_header, &QHeaderView::sectionMoved, this, &ColumnLayout::takeOrder);
    connect(m_header, &QHeaderView::sectionResized, this,
        [this](int column, int, int width) { takeWidth(column, width); });
    connect(m_header, &QHeaderView::sortIndicatorChanged, this, [this] {
        saveSoon();
        cellsChanged(); // other rows are the first now
    });
    const QAbstractItemModel* model = m_view->model();
    const auto begin = [this] { m_isApplying = true; };
    connect(model, &QAbstractItemModel::layoutAboutToBeChanged, this, begin);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, begin);
    connect(model, &QAbstractItemModel::layoutChanged, this, &ColumnLayout::structureChanged);
    connect(model, &QAbstractItemModel::modelReset, this, &ColumnLayout::structureChanged);
    connect(model, &QAbstractItemModel::dataChanged, this, &ColumnLayout::cellsChanged);
    connect(model, &QAbstractItemModel::rowsInserted, this, &ColumnLayout::cellsChanged);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &ColumnLayout::cellsChanged);
    if (const auto* tree = qobject_cast<QTreeView*>(m_view)) {
        connect(tree, &QTreeView::expanded, this, &ColumnLayout::cellsChanged);
    }
}

void ColumnLayout::setNarrow(const Narrow& narrow)
{
    m_narrow = narrow;
    apply();
}

void ColumnLayout::setEmptyColumns(const std::vector<int>& columns)
{
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        m_columns[i].isEmpty = std::ranges::contains(columns, int(i));
    }
    apply();
}

void ColumnLayout::fitAll()
{
    for (Column& column : m_columns) {
        column.user = 0;
    }
    std::ranges::iota(m_order, 0);
    apply();
    saveSoon();
}

bool ColumnLayout::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::Resize:
        apply();
        break;
    case QEvent::Show:
        update();
        break;
    case QEvent::Hide:
        if (m_pause.isActive()) {
            m_pause.stop();
            save();
        }
        break;
    case QEvent::FontChange:
    case QEvent::StyleChange:
        for (Column& column : m_columns) {
            column.cells = 0;
        }
        cellsChanged();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

// The header may just have forgotten everything.
void ColumnLayout::structureChanged()
{
    m_isApplying = false;
    apply();
    cellsChanged();
}

void ColumnLayout::cellsChanged()
{
    m_isMeasured = false;
    m_change.start();
}

void ColumnLayout::update()
{
    m_change.stop();
    if (m_header->isVisible() && !m_isMeasured) {
        measure();
        apply();
    }
}

// A column only grows: cells that a filter hides keep their room, or the columns would jump at every letter.
void ColumnLayout::measure()
{
    m_isMeasured = true;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].user == 0 && !m_columns[i].isEmpty) {
            m_columns[i].cells = std::max(m_columns[i].cells, widestCell(m_view, int(i)));
        }
    }
}

int ColumnLayout::wanted(int column) const
{
    const Column& its = m_columns[std::size_t(column)];
    return its.user > 0 ? its.user : std::max({its.cells, its.title, m_header->minimumSectionSize()});
}

int ColumnLayout::least(int column, int most) const
{
    if (m_columns[std::size_t(column)].user > 0) {
        return wanted(column);
    }
    // In a tree the names stand behind their indentation, which is not to be all that is left of them.
    const bool isTree = qobject_cast<const QTreeView*>(m_view) && m_header->visualIndex(column) == 0;
    const int enough = isTree ? std::max(most, m_header->width() / 2) : most;
    return std::min(wanted(column), std::max(enough, m_columns[std::size_t(column)].title));
}

// Those that have something, but for the ones that go because the view is too narrow.
std::vector<int> ColumnLayout::visibleColumns(int room) const
{
    std::vector<int> visible;
    for (int column = 0; column < int(m_columns.size()); ++column) {
        if (!m_columns[std::size_t(column)].isEmpty) {
            visible.push_back(column);
        }
    }
    const auto widest = std::ranges::max_element(visible, {}, [this](int column) { return wanted(column); });
    const int main = widest == visible.end() ? -1 : *widest;
    int needed = 0;
    const auto need = [&](int column) { return least(column, column == main ? m_narrow.least : usualLeast); };
    for (const int column : visible) {
        needed += need(column);
    }
    for (const int column : m_narrow.columns) {
        if (needed <= room) {
            break;
        }
        if (column != main && std::erase(visible, column) > 0) {
            needed -= need(column);
        }
    }
    return visible;
}

void ColumnLayout::apply()
{
    const int room = m_header->width();
    if (m_isApplying || m_header->count() != int(m_columns.size()) || room <= 0) {
        return;
    }
    m_isApplying = true;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        // A hidden section's hint is 0.
        m_columns[i].title = std::max(m_columns[i].title, m_header->sectionSizeHint(int(i)));
    }
    const std::vector<int> visible = visibleColumns(room);
    std::vector<ColumnNeed> needs;
    for (const int column : visible) {
        needs.push_back({wanted(column), least(column, usualLeast), m_columns[std::size_t(column)].user > 0});
    }
    if (sumOf(needs) > room) {
        for (std::size_t i = 0; i < needs.size(); ++i) {
            needs[i].least = least(visible[i], narrowLeast);
        }
    }
    const std::vector<int> widths = columnWidths(needs, room);
    for (int column = 0; column < int(m_columns.size()); ++column) {
        m_header->setSectionHidden(column, !std::ranges::contains(visible, column));
    }
    for (std::size_t i = 0; i < visible.size(); ++i) {
        m_header->resizeSection(visible[i], widths[i]);
    }
    for (std::size_t place = 0; place < m_order.size(); ++place) {
        const int from = m_header->visualIndex(m_order[place]);
        if (from != int(place)) {
            m_header->moveSection(from, int(place));
        }
    }
    m_isApplying = false;
}

void ColumnLayout::takeOrder()
{
    if (m_isApplying) {
        return;
    }
    for (std::size_t place = 0; place < m_order.size(); ++place) {
        m_order[place] = m_header->logicalIndex(int(place));
    }
    saveSoon();
}

void ColumnLayout::takeWidth(int column, int width)
{
    if (m_isApplying || width <= 0) {
        return;
    }
    m_columns[std::size_t(column)].user = width;
    apply();
    saveSoon();
}

void ColumnLayout::showMenu(const QPoint& place)
{
    auto* menu = new QMenu(m_header);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Fit the columns")), &QAction::triggered, this, &ColumnLayout::fitAll);
    menu->popup(m_header->viewport()->mapToGlobal(place));
}

void ColumnLayout::saveSoon()
{
    if (!m_name.isEmpty()) {
        m_pause.start();
    }
}

void ColumnLayout::save()
{
    QVariantMap headers = Settings::value(Setting::TableHeaders).toMap();
    headers.insert(m_name, state());
    Settings::set(Setting::TableHeaders, headers);
}

QVariantMap ColumnLayout::state() const
{
    QVariantList widths;
    QVariantList order;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        widths << m_columns[i].user;
        order << m_order[i];
    }
    return {{QStringLiteral("version"), version}, {QStringLiteral("widths"), widths}, {QStringLiteral("order"), order},
        {QStringLiteral("sorted"), m_header->isSortIndicatorShown() ? m_header->sortIndicatorSection() : -1},
        {QStringLiteral("descending"), m_header->sortIndicatorOrder() == Qt::DescendingOrder}};
}

void ColumnLayout::restore()
{
    QVariantMap headers = m_name.isEmpty() ? QVariantMap() : Settings::value(Setting::TableHeaders).toMap();
    if (headers.contains(m_name) && !take(headers.value(m_name).toMap())) {
        headers.remove(m_name);
        Settings::set(Setting::TableHeaders, headers);
    }
}

// False where it is not of this table or makes no sense: then nothing of it is taken.
bool ColumnLayout::take(const QVariantMap& state)
{
    const QVariantList widths = state.value(QStringLiteral("widths")).toList();
    const QVariantList order = state.value(QStringLiteral("order")).toList();
    const int sorted = state.value(QStringLiteral("sorted"), -1).toInt();
    const auto count = qsizetype(m_columns.size());
    if (state.value(QStringLiteral("version")).toInt() != version || widths.size() != count || order.size() != count
        || sorted < -1 || sorted >= count) {
        return false;
    }
    std::vector<int> places;
    for (const QVariant& column : order) {
        places.push_back(column.toInt());
    }
    const bool isOrder = std::ranges::is_permutation(places, m_order);
    const bool areWidths = std::ranges::all_of(widths, [this](const QVariant& width) {
        return width.toInt() == 0 || (width.toInt() >= m_header->minimumSectionSize() && width.toInt() <= widestSaved);
    });
    if (!isOrder || !areWidths) {
        return false;
    }
    m_order = places;
    for (qsizetype i = 0; i < count; ++i) {
        m_columns[std::size_t(i)].user = widths[i].toInt();
    }
    if (sorted >= 0 && m_header->isSortIndicatorShown()) {
        const bool descending = state.value(QStringLiteral("descending")).toBool();
        m_header->setSortIndicator(sorted, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    }
    return true;
}

} // namespace ui
