// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/overviewpage.h"

#include "core/report/sandboxtime.h"
#include "ui/models/sectiontreemodel.h"
#include "ui/pages/detectionspanel.h"
#include "ui/pages/heuristicbar.h"
#include "ui/pages/runtimeline.h"
#include "ui/pages/screenshots.h"
#include "ui/pages/sectionbody.h"
#include "ui/report/reportsession.h"
#include "ui/text/clockchoice.h"
#include "ui/text/format.h"
#include "ui/text/reporttime.h"
#include "ui/text/safetext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copyfield.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/scorering.h"
#include "ui/widgets/tonedlabel.h"

#include <QFormLayout>
#include <QGridLayout>
#include <QScrollArea>
#include <QTimeZone>
#include <QVBoxLayout>

#include <ranges>

namespace ui {

namespace {

constexpr std::size_t shownHeuristics = 7; // as high as the facts beside them
constexpr std::size_t shownConfigs = 20;
constexpr qint64 highScore = 1000; // Assemblyline calls it malicious
constexpr int NarrowPage = 520; // pixels; two columns of cards need more
constexpr int WidePage = 980; // a third column has room

void collectHeuristics(const std::vector<core::Section>& sections, std::vector<const core::Section*>& found)
{
    for (const core::Section& section : sections) {
        if (section.heuristic()) {
            found.push_back(&section);
        }
        collectHeuristics(section.subsections(), found);
    }
}

// As every other date in the window; as it is where it is none.
QString startedText(const std::string& started)
{
    const auto time = core::parseSandboxTime(started);
    return time && time->hasDay
        ? formatDayAndTime(QDateTime::fromSecsSinceEpoch(qint64(time->seconds), QTimeZone::UTC))
        : fromUtf8(started);
}

void clear(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

OverviewPage::OverviewPage(QWidget* parent)
    : ReportPage(parent)
    , m_screenshots(new ScreenshotStrip(this))
    , m_timeline(new TimelineStrip(this))
{
    m_timeline->setLanes(runTimelineLanes());
    connect(&ClockChoice::instance(), &ClockChoice::changed, this, [this] {
        if (m_report) {
            showTimeline();
            m_timeline->setFilter(m_filters.time);
        }
    });
    connect(m_timeline, &TimelineStrip::activated, this,
        [this](int event) { Q_EMIT navigationRequested(m_targets[std::size_t(event)]); });
    connect(m_timeline, &TimelineStrip::timeRequested, this, [this](double from, double to) {
        Q_EMIT filtersRequested({.pids = m_filters.pids, .time = std::pair(from, to)});
    });

    auto* content = new QWidget(this);
    m_grid = new QGridLayout(content);
    m_grid->setContentsMargins(12, 12, 12, 12);
    m_grid->setSpacing(12);
    m_score = makeCard(tr("Score"), makeScoreColumn());
    m_factsColumn = makeFactsColumn();
    m_shots = makeCard(tr("Screenshots"), m_screenshots);
    m_cards = {m_score, m_factsColumn, makeCard(tr("Timeline"), m_timeline), m_shots, makeConfigs()};
    m_grid->setColumnStretch(0, 2);
    m_grid->setColumnStretch(1, 3);
    m_grid->setRowStretch(int(m_cards.size()), 1);
    arrange(2);

    auto* scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(title());
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

void OverviewPage::arrange(int columns)
{
    m_columns = columns;
    for (QWidget* card : std::as_const(m_cards)) {
        m_grid->removeWidget(card);
    }
    QList<QWidget*> beside{m_score, m_factsColumn, m_shots};
    beside.resize(columns == 1 ? 0 : columns);
    int row = 0;
    for (QWidget* card : std::as_const(beside)) {
        m_grid->addWidget(card, 0, int(beside.indexOf(card)));
        row = 1;
    }
    for (QWidget* card : std::as_const(m_cards)) {
        if (!beside.contains(card)) {
            m_grid->addWidget(card, row++, 0, 1, columns == 3 ? 3 : 2);
        }
    }
    m_grid->setColumnStretch(2, columns == 3 ? 2 : 0);
}

void OverviewPage::resizeEvent(QResizeEvent* event)
{
    ReportPage::resizeEvent(event);
    if (const int columns = width() < NarrowPage ? 1 : width() < WidePage ? 2 : 3; columns != m_columns) {
        arrange(columns);
    }
}

QWidget* OverviewPage::makeCard(const QString& title, QWidget* content)
{
    auto* card = new Card(this);
    auto* layout = new QVBoxLayout(card);
    layout->setContentsMargins(12, 8, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(new TonedLabel(title, Token::Dim, TonedLabel::Size::Dim, card));
    layout->addWidget(content);
    layout->addStretch();
    return card;
}

QWidget* OverviewPage::makeScoreColumn()
{
    auto* area = new QWidget(this);
    m_ring = new ScoreRing(area);
    auto* heuristics = new QWidget(area);
    m_heuristics = new QVBoxLayout(heuristics);
    m_heuristics->setContentsMargins(0, 0, 0, 0);
    m_heuristics->setSpacing(4);
    m_heuristics->addWidget(
        new TonedLabel(tr("Converting the report…"), Token::Dim, TonedLabel::Size::Dim, heuristics));
    auto* layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_ring, 0, Qt::AlignHCenter);
    layout->addWidget(heuristics);
    return area;
}

QWidget* OverviewPage::makeFactsColumn()
{
    auto* area = new QWidget(this);
    auto* facts = new QWidget(area);
    m_facts = new QFormLayout(facts);
    m_facts->setContentsMargins(0, 0, 0, 0);
    m_facts->setHorizontalSpacing(12);
    m_facts->setVerticalSpacing(2);
    m_facts->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_facts->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_detections = new DetectionsPanel(area);
    auto* layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(makeCard(tr("Sample and analysis"), facts));
    layout->addWidget(makeCard(tr("Detections"), m_detections));
    layout->addStretch();
    return area;
}

QWidget* OverviewPage::makeConfigs()
{
    auto* configs = new QWidget(this);
    m_configs = new QVBoxLayout(configs);
    m_configs->setContentsMargins(0, 0, 0, 0);
    return makeCard(tr("Malware configurations"), configs);
}

void OverviewPage::addFact(const QString& label, const QString& value, bool copyable)
{
    if (value.isEmpty()) {
        return;
    }
    auto* name = new TonedLabel(label, Token::Dim, TonedLabel::Size::Normal, this);
    if (copyable) {
        m_facts->addRow(name, new CopyField(value, this));
    } else {
        m_facts->addRow(name, new ElidedLabel(value, Qt::ElideRight, this));
    }
}

void OverviewPage::showFacts()
{
    const core::Info& info = m_report->info();
    const core::FileInfo& file = m_report->target().file;
    addFact(tr("Name"), fromUtf8(m_report->target().url.empty() ? file.name : m_report->target().url));
    addFact(tr("Type"), fromUtf8(file.type));
    addFact(tr("Size"), file.size ? formatBytes(*file.size) : QString());
    addFact(QStringLiteral("SHA-256"), fromUtf8(file.sha256), true);
    addFact(QStringLiteral("SHA-1"), fromUtf8(file.sha1), true);
    addFact(QStringLiteral("MD5"), fromUtf8(file.md5), true);
    addFact(tr("Machine"), fromUtf8(info.machine.label.empty() ? info.machine.name : info.machine.label));
    addFact(tr("Route"), fromUtf8(info.route));
    addFact(tr("Package"), fromUtf8(info.package));
    addFact(tr("Started"), startedText(info.started));
    QString duration = info.duration ? formatDuration(double(*info.duration)) : QString();
    if (info.timedOut && !duration.isEmpty()) {
        duration = tr("%1 (the time ran out)").arg(duration);
    }
    addFact(tr("Duration"), duration);
    addFact(tr("Clocks"), clockWords(m_report->clock()));
    addFact(tr("CAPE task"), info.id ? QString::number(*info.id) : QString());
    addFact(tr("CAPE version"), fromUtf8(info.version));
}

void OverviewPage::showConfigs()
{
    for (const core::MalwareConfig& config : m_report->configs() | std::views::take(shownConfigs)) {
        m_configs->addWidget(new ElidedLabel(fromUtf8(config.family), Qt::ElideRight, this));
        if (QWidget* table = makeSectionBody(core::BodyFormat::KeyValue, config.values, this)) {
            m_configs->addWidget(table);
        }
    }
    if (m_report->configs().empty()) {
        m_configs->addWidget(new TonedLabel(tr("None extracted"), Token::Dim, TonedLabel::Size::Normal, this));
    }
}

void OverviewPage::showTimeline()
{
    RunTimeline timeline = runTimelineOf(*m_report);
    m_targets = std::move(timeline.targets);
    m_timeline->setTimeText([report = m_report](double place) { return timeText(report->clock(), place); });
    m_timeline->setEvents(std::move(timeline.events), timeline.start, timeline.end);
}

void OverviewPage::setReport(const ReportSession& session)
{
    m_report = session.report();
    showFacts();
    m_detections->setReport(*m_report);
    showConfigs();
    showTimeline();
    m_screenshots->load(session.path());
    connect(&session, &ReportSession::conversionFailed, this,
        [this, &session] { showConversionFailure(session.conversionError()); });
}

void OverviewPage::showConversionFailure(const core::Error& error)
{
    clear(m_heuristics);
    auto* words = new TonedLabel(tr("The report could not be converted, so there is no score."), Token::Severity5,
        TonedLabel::Size::Normal, this);
    auto* reason = new TonedLabel(error.message, Token::Text, TonedLabel::Size::Normal, this);
    for (TonedLabel* label : {words, reason}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        m_heuristics->addWidget(label);
    }
}

void OverviewPage::setFilters(const ReportFilters& filters)
{
    m_filters = filters;
    m_timeline->setFilter(filters.time);
}

void OverviewPage::setResult(const ReportSession& session)
{
    m_ring->setScore(session.result()->score);
    clear(m_heuristics);
    std::vector<const core::Section*> raised;
    collectHeuristics(session.result()->sections, raised);
    std::ranges::stable_sort(
        raised, std::greater(), [](const core::Section* section) { return section->heuristic()->score(); });
    // Lengths compare: the highest score fills its bar, unless no score is high.
    const qint64 full = std::max<qint64>(highScore, raised.empty() ? 0 : raised.front()->heuristic()->score());
    for (std::size_t i = 0; i < std::min(raised.size(), shownHeuristics); ++i) {
        auto* bar = new HeuristicBar(fromUtf8(raised[i]->title()), raised[i]->heuristic()->score(), full, this);
        connect(bar, &QAbstractButton::clicked, this, [this, title = fromUtf8(raised[i]->title())] {
            Q_EMIT navigationRequested({.page = pages::Assemblyline.toString(), .text = title});
        });
        m_heuristics->addWidget(bar);
    }
    if (raised.size() > shownHeuristics) {
        m_heuristics->addWidget(
            new TonedLabel(tr("and %1 more on the Assemblyline page").arg(raised.size() - shownHeuristics), Token::Dim,
                TonedLabel::Size::Dim, this));
    }
    if (raised.empty()) {
        m_heuristics->addWidget(
            new TonedLabel(tr("No heuristic was raised."), Token::Dim, TonedLabel::Size::Normal, this));
    }
}

} // namespace ui
