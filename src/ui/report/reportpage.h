// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/navigation.h"

#include <QWidget>

namespace ui {

class ReportSession;

// One page of a report. It is made empty, gets its session once, and takes the report and later the result from it when
// they are there. It never parses and never changes either; it asks for everything else through its signals.
class ReportPage : public QWidget {
    Q_OBJECT
public:
    explicit ReportPage(QWidget* parent = nullptr);

    virtual QString id() const = 0; // of namespace pages
    virtual QString title() const = 0;
    virtual QString iconName() const = 0; // of resources/icons
    // What stands beside the title in the list of pages ("26 104"); empty where nothing is counted.
    virtual QString countText() const { return {}; }

    // The report is there: session.report() is not null. Called once.
    virtual void setReport(const ReportSession& session) = 0;
    // The Assemblyline result is there: session.result() is not null. Called at most once, after setReport.
    virtual void setResult(const ReportSession&) { }
    virtual void setFilters(const ReportFilters&) { }
    // Selects what the target names and scrolls to it.
    virtual void goTo(const Target&) { }
    // Puts the cursor into the page's filter field (Ctrl+F).
    virtual void focusFilter() { }
    // Selects and filters something, so that a picture of the page shows what it can do.
    virtual void prepareForTour() { }

    // What the inspector shows while this is the current page.
    const InspectorContent& inspected() const { return m_inspected; }

Q_SIGNALS:
    void navigationRequested(const ui::Target& target);
    void filtersRequested(const ui::ReportFilters& filters);
    void inspectorChanged(const ui::InspectorContent& content);
    void countTextChanged();

private:
    InspectorContent m_inspected;
};

} // namespace ui
