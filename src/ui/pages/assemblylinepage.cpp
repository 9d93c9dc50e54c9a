// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assemblylinepage.h"

#include "core/json/python.h"
#include "core/reference/attack.h"
#include "ui/models/sectiontreemodel.h"
#include "ui/pages/leftoutpanel.h"
#include "ui/pages/sectionbody.h"
#include "ui/pages/tableview.h"
#include "ui/report/reportsession.h"
#include "ui/settings.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elideddelegate.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/textpreview.h"
#include "ui/widgets/tonedlabel.h"

#include <QApplication>
#include <QHeaderView>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int NarrowPage = 560; // pixels
constexpr std::size_t shownTags = 200; // of one type

QWidget* makeTitle(const core::Section& section, QWidget* parent)
{
    auto* area = new QWidget(parent);
    auto* layout = new QHBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* title = new ElidedLabel(fromUtf8(section.title()), Qt::ElideRight, area);
    title->setFont(Theme::titleFont());
    layout->addWidget(title, 1);
    if (const auto& heuristic = section.heuristic()) {
        const QString score
            = QCoreApplication::translate("ui::AssemblylinePage", "score %1").arg(formatCount(heuristic->score()));
        layout->addWidget(new Chip(score, severityToken(severityOfScore(heuristic->score())), area));
    }
    return area;
}

QWidget* makeLines(const QString& title, const QStringList& lines, QWidget* parent)
{
    auto* text = new TextPreview(title, QApplication::font(), parent);
    text->setText(lines.join(QLatin1Char('\n')));
    return text;
}

} // namespace

AssemblylinePage::AssemblylinePage(QWidget* parent)
    : ReportPage(parent)
    , m_model(new SectionTreeModel(this))
    , m_areas(new QStackedWidget(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_tree(new QTreeView(m_splitter))
    , m_scroll(new QScrollArea(this))
    , m_leftOut(new LeftOutPanel(this))
{
    setUpTree(m_tree);
    m_tree->setModel(m_model);
    m_tree->setAccessibleName(tr("Sections of the Assemblyline result"));
    m_tree->setItemDelegate(new ElidedDelegate(Qt::ElideRight, m_tree));
    fitColumns(m_tree, QStringLiteral("sections"));
    connect(
        m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& current) {
            if (const core::Section* section = m_model->section(current)) {
                showSection(*section);
            }
        });
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setAccessibleName(tr("The selected section"));
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* details = new QWidget(m_splitter);
    auto* detailsLayout = new QVBoxLayout(details);
    detailsLayout->setContentsMargins(0, 0, 0, 0);
    detailsLayout->setSpacing(0);
    detailsLayout->addWidget(m_scroll, 1);
    detailsLayout->addWidget(m_leftOut);
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(details);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({360, 700});
    if (const QByteArray state = Settings::value(Setting::AssemblylineSplitter).toByteArray(); !state.isEmpty()) {
        m_splitter->restoreState(state);
    }
    connect(m_splitter, &QSplitter::splitterMoved, this,
        [this] { Settings::set(Setting::AssemblylineSplitter, m_splitter->saveState()); });
    m_waiting = new EmptyState(u"assemblyline", tr("Converting the report"),
        tr("What Assemblyline's CAPE service would have made of it appears here in a moment."), this);
    m_areas->addWidget(m_waiting);
    m_areas->addWidget(m_splitter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_areas);
}

QString AssemblylinePage::countText() const
{
    return m_result ? formatCount(m_result->score) : QString();
}

void AssemblylinePage::setReport(const ReportSession& session)
{
    m_areas->setCurrentIndex(0);
    connect(&session, &ReportSession::conversionFailed, this, [this, &session] {
        m_waiting->setTitle(session.conversionError().message);
        m_waiting->setHint(session.conversionError().detail);
    });
}

void AssemblylinePage::setResult(const ReportSession& session)
{
    m_result = session.result();
    m_model->setResult(m_result);
    m_leftOut->setResult(m_result);
    m_areas->setCurrentIndex(m_result->sections.empty() ? 0 : 1);
    m_waiting->setTitle(tr("The result has no sections"));
    m_waiting->setHint(tr("Nothing in this report is worth a section of Assemblyline."));
    expandLevels(m_tree);
    m_tree->setCurrentIndex(m_model->index(0, 0));
    Q_EMIT countTextChanged();
}

QWidget* AssemblylinePage::makeHeuristic(const core::Heuristic& heuristic, QWidget* parent)
{
    auto* area = new QWidget(parent);
    auto* layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(
        makeLines(tr("Heuristic"), {tr("Heuristic CAPE.%1: %2").arg(heuristic.id()).arg(fromUtf8(heuristic.name()))}, area));
    auto* chips = new QWidget(area);
    auto* flow = new FlowLayout(chips);
    for (const std::string& id : heuristic.attackIds()) {
        const auto technique = core::reference::attackTechnique(id);
        auto* chip = new Chip(technique ? fromUtf8(id) + QLatin1Char(' ') + fromUtf8(technique->name) : fromUtf8(id),
            Token::Accent, chips);
        chip->setClickable(tr("Show the signatures of this technique"));
        connect(chip, &QAbstractButton::clicked, this, [this, text = fromUtf8(id)] {
            Q_EMIT navigationRequested({.page = pages::Signatures.toString(), .text = text});
        });
        flow->addWidget(chip);
    }
    for (const auto& signature : heuristic.signatures()) {
        auto* chip
            = new Chip(tr("%1 × %2", "signature and how often").arg(fromUtf8(signature.name)).arg(signature.frequency),
                Token::Dim, chips);
        chip->setClickable(tr("Show the signature"));
        connect(chip, &QAbstractButton::clicked, this, [this, name = fromUtf8(signature.name)] {
            Q_EMIT navigationRequested({.page = pages::Signatures.toString(), .signature = name});
        });
        flow->addWidget(chip);
    }
    layout->addWidget(chips);
    return area;
}

QWidget* AssemblylinePage::makeTags(const core::Tags& tags, QWidget* parent)
{
    auto* area = new QWidget(parent);
    auto* layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (const core::Tags::Entry& entry : tags) {
        layout->addWidget(new TonedLabel(fromUtf8(entry.type), Token::Dim, TonedLabel::Size::Dim, area));
        auto* chips = new QWidget(area);
        auto* flow = new FlowLayout(chips);
        for (std::size_t i = 0; i < std::min(entry.values.size(), shownTags); ++i) {
            flow->addWidget(new Chip(fromUtf8(core::json::python::str(entry.values[i])), Token::Accent, chips));
        }
        if (entry.values.size() > shownTags) {
            flow->addWidget(new TonedLabel(tr("and %1 more").arg(formatCount(qint64(entry.values.size() - shownTags))),
                Token::Dim, TonedLabel::Size::Dim, chips));
        }
        layout->addWidget(chips);
    }
    return area;
}

QWidget* AssemblylinePage::makeNotes(QWidget* parent)
{
    if (m_result->warnings.isEmpty()) {
        return nullptr;
    }
    auto* area = new QWidget(parent);
    auto* layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 8, 0, 0);
    auto* title = new TonedLabel(
        tr("What the report lacked"), Token::Dim, TonedLabel::Size::Dim, area);
    title->setWordWrap(true);
    layout->addWidget(title);
    layout->addWidget(makeLines(title->text(), m_result->warnings, area));
    return area;
}

void AssemblylinePage::showSection(const core::Section& section)
{
    auto* area = new QWidget(m_scroll);
    auto* layout = new QVBoxLayout(area);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(makeTitle(section, area));
    if (section.heuristic()) {
        layout->addWidget(makeHeuristic(*section.heuristic(), area));
    }
    if (QWidget* body = makeSectionBody(section.format(), section.body(), area)) {
        layout->addWidget(body);
    }
    if (!section.tags().empty()) {
        layout->addWidget(makeTags(section.tags(), area));
    }
    const bool isTop = !m_result->sections.empty() && &section == &m_result->sections.front();
    if (QWidget* notes = isTop ? makeNotes(area) : nullptr) {
        layout->addWidget(notes);
    }
    layout->addStretch(1);
    m_scroll->setWidget(area);
    InspectorContent content;
    content.title = fromUtf8(section.title());
    if (section.heuristic()) {
        content.facts.push_back({tr("Score"), formatCount(section.heuristic()->score()), false});
    }
    for (const core::Tags::Entry& entry : section.tags()) {
        for (const core::json::Value& value : entry.values) {
            content.body += fromUtf8(entry.type) + QStringLiteral(": ") + fromUtf8(core::json::python::str(value))
                + QLatin1Char('\n');
        }
    }
    Q_EMIT inspectorChanged(content);
}

void AssemblylinePage::resizeEvent(QResizeEvent* event)
{
    ReportPage::resizeEvent(event);
    // Side by side both would be too narrow to read.
    const Qt::Orientation wanted = width() < NarrowPage ? Qt::Vertical : Qt::Horizontal;
    if (m_splitter->orientation() != wanted) {
        m_splitter->setOrientation(wanted);
        m_splitter->setSizes(wanted == Qt::Vertical ? QList{260, 300} : QList{360, 700});
        // Once the tree has its new size, what is selected is in sight again.
        QMetaObject::invokeMethod(
            m_tree, [this] { m_tree->scrollTo(m_tree->currentIndex()); }, Qt::QueuedConnection);
    }
}

void AssemblylinePage::goTo(const Target& target)
{
    const QModelIndex found = target.text.isEmpty() ? QModelIndex() : m_model->find(target.text);
    if (found.isValid()) {
        m_tree->setCurrentIndex(found);
    }
}

void AssemblylinePage::focusFilter()
{
    m_tree->setFocus(Qt::ShortcutFocusReason);
}

void AssemblylinePage::prepareForTour()
{
    const QModelIndex signatures = m_model->find(QStringLiteral("Signature: "));
    m_tree->setCurrentIndex(signatures.isValid() ? signatures : m_model->index(0, 0));
}

} // namespace ui
