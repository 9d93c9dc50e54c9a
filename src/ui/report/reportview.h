// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/navigation.h"

#include <QList>
#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace ui {

class EmptyState;
class FilterBar;
class PageList;
class ReportHeader;
class ReportPage;
class ReportSession;

// One open report: its header, its filters, the list of its pages and the page that is shown. Shows how the reading
// goes before that, and why it failed.
class ReportView : public QWidget {
    Q_OBJECT
public:
    // Takes over the session.
    explicit ReportView(ReportSession* session, QWidget* parent = nullptr);

    ReportSession& session() const { return *m_session; }
    const QList<ReportPage*>& pages() const { return m_pages; }
    ReportPage* currentPage() const;
    void showPage(int row);
    void goTo(const Target& target);
    // Goes back and forth between the places that were shown.
    void goBack();
    void goForward();
    bool canGoBack() const { return m_place > 0; }
    bool canGoForward() const { return m_place + 1 < m_places.size(); }
    const InspectorContent& inspector() const { return m_inspector; }

Q_SIGNALS:
    void inspectorChanged(const ui::InspectorContent& content);
    void nameChanged();
    void placeChanged();

private:
    QWidget* makeReportArea();
    QWidget* makeStatusArea();
    void fitList();
    void followSession();
    void showState();
    void remember(const Target& target);
    void showPlace();

    ReportSession* m_session;
    ReportHeader* m_header;
    FilterBar* m_filters;
    PageList* m_list;
    QSplitter* m_splitter;
    QStackedWidget* m_pageStack;
    QStackedWidget* m_areas;
    EmptyState* m_status;
    QList<ReportPage*> m_pages;
    InspectorContent m_inspector;
    QList<Target> m_places;
    qsizetype m_place = -1;
};

} // namespace ui
