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
constexpr int treeIndent = 16;
constexpr const char* nameProperty = "capewbHeader";
constexpr const char* emptyProperty = "capewbEmptyColumns";

QVariantMap savedHeaders()
{
    return Settings::value(Setting::TableHeaders).toMap();
}

// Saves how a header is left. Sizes change by the dozen while a column is dragged, so it waits until that is over; or
// until the header goes, with the page or with the window.
class HeaderKeeper : public QObject {
public:
    HeaderKeeper(QHeaderView* header, const QString& name)
        : QObject(header)
        , m_header(header)
        , m_name(name)
    {
        header->setProperty(nameProperty, name);
        header->installEventFilter(this);
        m_pause.setSingleShot(true);
        m_pause.setInterval(std::chrono::milliseconds(400));
        const auto wait = qOverload<>(&QTimer::start);
        connect(&m_pause, &QTimer::timeout, this, &HeaderKeeper::save);
        connect(header, &QHeaderView::sectionMoved, &m_pause, wait);
        connect(header, &QHeaderView::sortIndicatorChanged, &m_pause, wait);
        connect(header, &QHeaderView::sectionResized, this, [this] {
            if (m_header->isVisible()) {
                m_pause.start();
            }
        });
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Hide && m_pause.isActive()) {
            m_pause.stop();
            save();
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void save()
    {
        QVariantMap headers = savedHeaders();
        headers.insert(m_name, m_header->saveState());
        Settings::set(Setting::TableHeaders, headers);
    }

    QHeaderView* m_header;
    QString m_name;
    QTimer m_pause;
};

// Hides columns in which no row has anything, and others of a view while it is too narrow for them, so that it needs no
// horizontal scroll bar.
class ColumnFitter : public QObject {
public:
    ColumnFitter(QHeaderView* header, int widest, const Narrow& narrow)
        : QObject(header)
        , m_header(header)
        , m_widest(widest)
        , m_columns(narrow.columns)
        , m_least(narrow.least)
    {
        header->installEventFilter(this);
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Resize || event->type() == QEvent::DynamicPropertyChange) {
            fit(m_header->width());
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void fit(int room)
    {
        const QVariantList empty = m_header->property(emptyProperty).toList();
        const auto isEmpty = [&](int section) { return section != m_widest && empty.contains(section); };
        int needed = m_least;
        for (int section = 0; section < m_header->count(); ++section) {
            needed += section == m_widest || isEmpty(section) ? 0 : widthOf(section);
            if (!m_columns.contains(section)) {
                hide(section, isEmpty(section));
            }
        }
        for (const int section : m_columns) {
            const bool hides = needed > room && !isEmpty(section);
            needed -= hides ? widthOf(section) : 0;
            hide(section, hides || isEmpty(section));
        }
    }

    void hide(int section, bool hides)
    {
        if (hides) {
            m_widths[section] = widthOf(section);
        }
        m_header->setSectionHidden(section, hides);
    }

    int widthOf(int section) const
    {
        return m_header->isSectionHidden(section) ? m_widths.value(section, m_header->sectionSizeHint(section))
                                                  : m_header->sectionSize(section);
    }

    QHeaderView* m_header;
    int m_widest;
    QList<int> m_columns;
    int m_least;
    QHash<int, int> m_widths; // of columns that are hidden
};

void setWidths(QHeaderView* header, std::initializer_list<int> widths, const Narrow& narrow)
{
    int section = 0;
    int widest = 0;
    int widestSection = 0;
    for (const int asked : widths) {
        // In another language the title may be wider than the values.
        const int width = std::max(asked, header->sectionSizeHint(section));
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
    new ColumnFitter(header, widestSection, narrow);
}

void setUpHeader(QHeaderView* header, const QString& name)
{
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setMinimumSectionSize(32);
    header->setTextElideMode(Qt::ElideRight);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    new HeaderKeeper(header, name);
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
    tree->setIndentation(treeIndent);
    tree->setAllColumnsShowFocus(true);
    tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    tree->header()->setStretchLastSection(false);
    setUpHeader(tree->header(), name);
}

void setEmptyColumns(QTableView* table, const QList<int>& columns)
{
    QVariantList sections;
    for (const int column : columns) {
        sections << column;
    }
    table->horizontalHeader()->setProperty(emptyProperty, sections);
}

void setColumnWidths(QTableView* table, std::initializer_list<int> widths, const Narrow& narrow)
{
    setWidths(table->horizontalHeader(), widths, narrow);
}

void setColumnWidths(QTreeView* tree, std::initializer_list<int> widths, const Narrow& narrow)
{
    setWidths(tree->header(), widths, narrow);
}

} // namespace ui
