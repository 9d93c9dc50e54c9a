// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tableview.h"

#include "ui/settings.h"

#include <QHeaderView>
#include <QTableView>
#include <QTimer>
#include <QTreeView>

namespace ui {

namespace {

constexpr int rowHeight = 22;
constexpr const char* nameProperty = "capewbHeader";

QVariantMap savedHeaders()
{
    return Settings::value(Setting::TableHeaders).toMap();
}

void rememberOnChange(QHeaderView* header, const QString& name)
{
    header->setProperty(nameProperty, name);
    const auto save = [header, name] {
        QVariantMap headers = savedHeaders();
        headers.insert(name, header->saveState());
        Settings::set(Setting::TableHeaders, headers);
    };
    // Sizes change by the dozen while a column is dragged; only where it is let go counts.
    auto* pause = new QTimer(header);
    pause->setSingleShot(true);
    pause->setInterval(std::chrono::milliseconds(400));
    QObject::connect(pause, &QTimer::timeout, header, save);
    QObject::connect(header, &QHeaderView::sectionResized, pause, [header, pause] {
        if (header->isVisible()) {
            pause->start();
        }
    });
    QObject::connect(header, &QHeaderView::sectionMoved, pause, qOverload<>(&QTimer::start));
    QObject::connect(header, &QHeaderView::sortIndicatorChanged, pause, qOverload<>(&QTimer::start));
}

void setWidths(QHeaderView* header, std::initializer_list<int> widths)
{
    int section = 0;
    int widest = 0;
    int widestSection = 0;
    for (const int width : widths) {
        header->resizeSection(section, width);
        if (width > widest) {
            widest = width;
            widestSection = section;
        }
        ++section;
    }
    header->setSectionResizeMode(widestSection, QHeaderView::Stretch);
    const QByteArray saved = savedHeaders().value(header->property(nameProperty).toString()).toByteArray();
    if (!saved.isEmpty()) {
        header->restoreState(saved);
    }
}

void setUpHeader(QHeaderView* header, const QString& name)
{
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setMinimumSectionSize(32);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    rememberOnChange(header, name);
}

} // namespace

void setUpTable(QTableView* table, const QString& name)
{
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(rowHeight);
    setUpHeader(table->horizontalHeader(), name);
}

void setUpTree(QTreeView* tree, const QString& name)
{
    tree->setFrameShape(QFrame::NoFrame);
    tree->setUniformRowHeights(true);
    tree->setAllColumnsShowFocus(true);
    tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    tree->header()->setStretchLastSection(false);
    setUpHeader(tree->header(), name);
}

void setColumnWidths(QTableView* table, std::initializer_list<int> widths)
{
    setWidths(table->horizontalHeader(), widths);
}

void setColumnWidths(QTreeView* tree, std::initializer_list<int> widths)
{
    setWidths(tree->header(), widths);
}

} // namespace ui
