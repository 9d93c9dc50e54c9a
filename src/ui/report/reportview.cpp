// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportview.h"

#include "ui/pages/pagefactory.h"
#include "ui/report/filterbar.h"
#include "ui/report/pagelist.h"
#include "ui/report/reportheader.h"
#include "ui/report/reportpage.h"
#include "ui/report/reportsession.h"
#include "ui/settings.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/line.h"

#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace ui {

namespace {
// Reading that takes less than this shows nothing of itself.
constexpr auto QuietTime = std::chrono::milliseconds(300);
constexpr qsizetype MostPlaces = 100;
} // namespace

ReportView::ReportView(ReportSession* session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_header(new ReportHeader(this))
    , m_filters(new FilterBar(this))
    , m_areas(new QStackedWidget(this))
{
    session->setParent(this);
    m_areas->addWidget(new QWidget(this));
    m_areas->addWidget(makeStatusArea());
    m_areas->addWidget(makeReportArea());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_filters);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addWidget(m_areas, 1);
    followSession();
    showState();
    QTimer::singleShot(QuietTime, this, &ReportView::showState);
}

QWidget* ReportView::makeStatusArea()
{
    m_status = new EmptyState(u"report", {}, {}, this);
    connect(m_status, &EmptyState::actionRequested, this, [this] {
        if (m_session->state() == ReportSession::State::Reading) {
            m_session->cancel();
        } else {
            m_session->open(m_session->path());
        }
    });
    return m_status;
}

QWidget* ReportView::makeReportArea()
{
    m_pageStack = new QStackedWidget(this);
    m_pages = makeReportPages(m_pageStack);
    for (ReportPage* page : m_pages) {
        m_pageStack->addWidget(page);
        connect(page, &ReportPage::navigationRequested, this, &ReportView::goTo);
        connect(page, &ReportPage::filtersRequested, m_filters, &FilterBar::setFilters);
        connect(m_filters, &FilterBar::filtersChanged, page, &ReportPage::setFilters);
        connect(page, &ReportPage::countTextChanged, this, &ReportView::fitList, Qt::QueuedConnection);
        connect(page, &ReportPage::inspectorChanged, this, [this, page](const InspectorContent& content) {
            if (page != currentPage()) {
                return;
            }
            m_inspector = content;
            Q_EMIT inspectorChanged(content);
        });
    }
    m_list = new PageList(m_pages, this);
    connect(m_list, &PageList::currentRowChanged, this, [this](int row) {
        m_pageStack->setCurrentIndex(row);
        m_inspector = m_pages[row]->inspected();
        Q_EMIT inspectorChanged(m_inspector);
        remember({.page = m_pages[row]->id()});
    });
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_pageStack);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    m_list->setMinimumWidth(120);
    const int width = Settings::value(Setting::PageListWidth).toInt();
    m_splitter->setSizes({width > 0 ? width : m_list->sizeHint().width(), 4000});
    connect(m_splitter, &QSplitter::splitterMoved, this,
        [this] { Settings::set(Setting::PageListWidth, m_splitter->sizes().constFirst()); });
    return m_splitter;
}

// The counts come with the report; they must not cost the pages' names, unless the analyst has set the width.
void ReportView::fitList()
{
    const QList<int> sizes = m_splitter->sizes();
    const int wanted = m_list->sizeHint().width();
    if (Settings::value(Setting::PageListWidth).toInt() == 0 && wanted > sizes.constFirst()) {
        m_splitter->setSizes({wanted, sizes.constFirst() + sizes.constLast() - wanted});
    }
}

void ReportView::followSession()
{
    connect(m_session, &ReportSession::stateChanged, this, &ReportView::showState);
    connect(m_session, &ReportSession::progressChanged, this, &ReportView::showState);
    connect(m_session, &ReportSession::reportReady, this, [this] {
        m_filters->setReport(m_session->report());
        for (ReportPage* page : m_pages) {
            page->setReport(*m_session);
        }
        if (m_place < 0 && !m_pages.isEmpty()) {
            m_list->setCurrentRow(0);
        }
        Q_EMIT nameChanged();
    });
    connect(m_session, &ReportSession::resultReady, this, [this] {
        for (ReportPage* page : m_pages) {
            page->setResult(*m_session);
        }
        m_header->showSession(*m_session);
    });
}

void ReportView::showState()
{
    m_header->showSession(*m_session);
    switch (m_session->state()) {
    case ReportSession::State::Empty:
        return;
    case ReportSession::State::Ready:
        m_areas->setCurrentIndex(2);
        return;
    case ReportSession::State::Reading:
        m_status->setTitle(tr("Reading the report: %1 %").arg(m_session->progress()));
        m_status->setHint({});
        m_status->setAction(tr("Cancel"));
        break;
    case ReportSession::State::Cancelled:
        m_status->setTitle(tr("The reading was cancelled."));
        m_status->setHint({});
        m_status->setAction(tr("Read again"));
        break;
    case ReportSession::State::Failed:
        m_status->setTitle(m_session->error().message);
        m_status->setHint(m_session->error().detail);
        m_status->setAction(tr("Try again"));
        break;
    }
    // The first moments of a reading stay quiet.
    const bool early = m_session->state() == ReportSession::State::Reading && m_session->readingFor() < QuietTime;
    m_areas->setCurrentIndex(early ? 0 : 1);
}

ReportPage* ReportView::currentPage() const
{
    return qobject_cast<ReportPage*>(m_pageStack->currentWidget());
}

void ReportView::showPage(int row)
{
    m_list->setCurrentRow(row);
}

void ReportView::goTo(const Target& target)
{
    const auto page = std::ranges::find(m_pages, target.page, &ReportPage::id);
    if (page == m_pages.end()) {
        return;
    }
    showPage(int(page - m_pages.begin()));
    (*page)->goTo(target);
    remember(target);
}

void ReportView::remember(const Target& target)
{
    if (m_place >= 0 && m_places[m_place] == target) {
        return;
    }
    m_places.resize(m_place + 1);
    // Turning to a page and then selecting something there is one place.
    const bool refines = m_place >= 0 && m_places[m_place] == Target{.page = target.page};
    if (refines) {
        m_places.removeLast();
    }
    m_places.append(target);
    if (m_places.size() > MostPlaces) {
        m_places.removeFirst();
    }
    m_place = m_places.size() - 1;
    Q_EMIT placeChanged();
}

void ReportView::goBack()
{
    if (!canGoBack()) {
        return;
    }
    --m_place;
    showPlace();
}

void ReportView::goForward()
{
    if (!canGoForward()) {
        return;
    }
    ++m_place;
    showPlace();
}

void ReportView::showPlace()
{
    const QList<Target> places = m_places;
    const qsizetype place = m_place;
    goTo(places[place]);
    // Going there must not rewrite the way.
    m_places = places;
    m_place = place;
    Q_EMIT placeChanged();
}

} // namespace ui
