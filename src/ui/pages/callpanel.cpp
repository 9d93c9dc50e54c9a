// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/callpanel.h"

#include "ui/models/apicallmodel.h"
#include "ui/models/processdelegates.h"
#include "ui/pages/tableview.h"
#include "ui/text/format.h"
#include "ui/text/reporttime.h"
#include "ui/text/safetext.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/columnlayout.h"
#include "ui/widgets/countbar.h"
#include "ui/widgets/emptystate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <ranges>

namespace ui {

namespace {

constexpr auto typingPause = std::chrono::milliseconds(120);
// CAPE has thirteen categories, of a word each; a hostile report's menu must fit the screen as well.
constexpr std::size_t mostCategories = 40;
constexpr qsizetype longestCategory = 60;

QIcon categoryDot(const QString& category)
{
    QPixmap pixmap(16, 16);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.fillRect(QRect(6, 1, 4, 14), Theme::color(categoryToken(category)));
    return QIcon(pixmap);
}

InspectorContent describe(const core::Report& report, core::CallIndex call)
{
    const core::ApiCallStore& calls = report.calls();
    InspectorContent content;
    content.title = fromUtf8(calls.api(call));
    const auto fact = [&content](const QString& label, std::string_view value) {
        if (!value.empty()) {
            content.facts.push_back({label, fromUtf8(value), true});
        }
    };
    content.facts.push_back({CallPanel::tr("Time"), wholeGuestTimeText(report.clock(), calls.timestamp(call)), true});
    content.facts.push_back({CallPanel::tr("Category"), fromUtf8(calls.category(call)), false});
    fact(CallPanel::tr("Thread"), calls.thread(call));
    fact(CallPanel::tr("Caller"), calls.caller(call));
    fact(CallPanel::tr("Return"), calls.returned(call));
    fact(CallPanel::tr("Meaning"), calls.prettyReturn(call));
    if (calls.repeated(call) > 0) {
        content.facts.push_back({CallPanel::tr("Repeated"), formatCount(calls.repeated(call)), false});
    }
    const core::IndexRange arguments = calls.arguments(call);
    for (core::ArgumentIndex argument = arguments.first; argument < arguments.end(); ++argument) {
        content.body
            += fromUtf8(calls.argumentName(argument)) + QStringLiteral(": ") + fromUtf8(calls.argumentText(argument));
        if (const std::string_view pretty = calls.argumentPretty(argument); !pretty.empty()) {
            content.body += QStringLiteral("  (%1)").arg(fromUtf8(pretty));
        }
        content.body += QLatin1Char('\n');
    }
    return content;
}

} // namespace

CallPanel::CallPanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new ApiCallModel(this))
    , m_table(new QTableView(this))
    , m_counts(new CountBar(this))
    , m_empty(new EmptyState(u"calls", {}, {}, this))
    , m_hidden(m_counts->makeHint(this))
{
    makeTable();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeToolBar());
    layout->addWidget(m_table, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_hidden, 1);
    layout->addWidget(m_counts);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, &CallPanel::applyFilter);
    connect(m_counts, &CountBar::clearRequested, this, &CallPanel::clearFilter);
    updateCounts();
}

QWidget* CallPanel::makeToolBar()
{
    auto* bar = new QWidget(this);
    m_text = new QLineEdit(bar);
    m_text->setPlaceholderText(tr("Filter calls by API, argument or value"));
    m_text->setClearButtonEnabled(true);
    m_text->setAccessibleName(tr("Filter API calls"));
    connect(m_text, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));

    m_categories = new QToolButton(bar);
    m_categories->setPopupMode(QToolButton::InstantPopup);
    m_categories->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_categories->setIcon(icon(u"filter"));
    m_categories->setText(tr("Categories"));
    m_categoryMenu = new QMenu(m_categories);
    m_categories->setMenu(m_categoryMenu);
    connect(m_categoryMenu, &QMenu::aboutToShow, this, &CallPanel::rebuildCategoryMenu);

    m_failedOnly = new QToolButton(bar);
    m_failedOnly->setCheckable(true);
    m_failedOnly->setText(tr("Failed only"));
    connect(m_failedOnly, &QToolButton::toggled, this, &CallPanel::applyFilter);

    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_categories);
    layout->addWidget(m_failedOnly);
    return bar;
}

void CallPanel::makeTable()
{
    setUpTable(m_table);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("API calls"));
    m_table->setItemDelegate(new ElidedDelegate(Qt::ElideRight, m_table));
    m_table->setItemDelegateForColumn(ApiCallModel::TimeColumn, new CategoryDelegate(Qt::ElideRight, m_table));
    fitColumns(m_table, QStringLiteral("calls"))->setNarrow(
        {.columns = {ApiCallModel::RepeatedColumn, ApiCallModel::ReturnColumn, ApiCallModel::CategoryColumn,
             ApiCallModel::StatusColumn},
            .least = 96});
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CallPanel::inspectCurrent);
}

void CallPanel::setReport(core::ReportPtr report)
{
    m_report = std::move(report);
    m_model->setReport(m_report);
    updateCounts();
}

void CallPanel::setRange(core::IndexRange range)
{
    m_model->setRange(range);
    m_table->scrollToTop();
    updateCounts();
}

void CallPanel::setTime(const std::optional<std::pair<double, double>>& time)
{
    m_time = time;
    applyFilter();
}

void CallPanel::setText(const QString& text)
{
    m_text->setText(text);
}

void CallPanel::focusFilter()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void CallPanel::showCall(core::CallIndex call)
{
    if (m_model->rowOfCall(call) < 0 && m_model->holds(call)) {
        clearFilter();
    }
    const int row = m_model->rowOfCall(call);
    if (row < 0) {
        return;
    }
    showRow(row);
}

void CallPanel::showRow(int row)
{
    m_table->setCurrentIndex(m_model->index(row, ApiCallModel::ApiColumn));
    m_table->scrollTo(m_model->index(row, 0), QAbstractItemView::PositionAtCenter);
}

void CallPanel::rebuildCategoryMenu()
{
    m_categoryMenu->clear();
    QAction* all = m_categoryMenu->addAction(tr("All categories"));
    all->setEnabled(!m_chosenCategories.empty());
    connect(all, &QAction::triggered, this, [this] {
        m_chosenCategories.clear();
        applyFilter();
    });
    m_categoryMenu->addSeparator();
    for (const auto& [category, count] : m_model->categories() | std::views::take(mostCategories)) {
        const QString name = category.empty() ? tr("(none)") : fromUtf8(category).left(longestCategory);
        QAction* action = m_categoryMenu->addAction(
            categoryDot(name), QStringLiteral("%1\t%2").arg(safeLabel(name), formatCount(count)));
        action->setCheckable(true);
        action->setChecked(m_chosenCategories.contains(category));
        connect(action, &QAction::toggled, this, [this, category](bool checked) {
            if (checked) {
                m_chosenCategories.insert(category);
            } else {
                m_chosenCategories.erase(category);
            }
            applyFilter();
        });
    }
}

void CallPanel::applyFilter()
{
    m_typing.stop();
    const QModelIndex current = m_table->currentIndex();
    const auto call = current.isValid() ? std::optional(m_model->callAt(current.row())) : std::nullopt;
    m_model->setFilter({m_chosenCategories, m_text->text(), m_failedOnly->isChecked(), m_time});
    m_categories->setText(
        m_chosenCategories.empty() ? tr("Categories") : tr("Categories (%1)").arg(m_chosenCategories.size()));
    updateCounts();
    // The call that was selected stays in sight where the filter leaves it.
    if (const int row = call ? m_model->rowOfCall(*call) : -1; row >= 0) {
        showRow(row);
    } else {
        m_table->scrollToTop();
    }
}

void CallPanel::clearFilter()
{
    m_text->clear();
    m_failedOnly->setChecked(false);
    m_chosenCategories.clear();
    const bool hadTime = m_time.has_value();
    m_time.reset();
    applyFilter();
    if (hadTime) {
        Q_EMIT timeCleared();
    }
}

void CallPanel::updateCounts()
{
    m_counts->setCounts(m_model->rowCount(), m_model->totalCount());
    const bool none = m_report && m_model->totalCount() == 0;
    if (none && m_report->calls().callCount() == 0) {
        m_empty->setTitle(tr("No API calls in this report"));
        m_empty->setHint(tr("CAPE's litereport leaves them out by default. To have them, add \"processes\" to "
                            "behavior_keys_to_copy in the [litereport] section of reporting.conf."));
    } else if (none) {
        m_empty->setTitle(tr("No API calls of this process"));
        m_empty->setHint(tr("The process was seen, but its calls were not recorded."));
    }
    m_empty->setVisible(none);
    m_hidden->setVisible(!none && m_counts->hidesAll());
    m_table->setVisible(!none && !m_counts->hidesAll());
    m_counts->setVisible(!none);
}

void CallPanel::inspectCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid()) {
        Q_EMIT inspectorChanged(describe(*m_report, m_model->callAt(current.row())));
    }
}

} // namespace ui
