// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/reportpage.h"
#include "ui/widgets/timelinestrip.h"

#include "core/error.h"
#include "core/report/report.h"

class QFormLayout;
class QGridLayout;
class QVBoxLayout;

namespace ui {

class DetectionsPanel;
class ScoreRing;
class ScreenshotStrip;

// The report at a glance: score and what makes it up, the sample and its analysis, detections, configurations,
// screenshots, and a timeline of the run.
class OverviewPage : public ReportPage {
    Q_OBJECT
public:
    explicit OverviewPage(QWidget* parent = nullptr);

    QString id() const override { return pages::Overview.toString(); }
    QString title() const override { return tr("Overview"); }
    QString iconName() const override { return QStringLiteral("overview"); }

    void setReport(const ReportSession& session) override;
    void setResult(const ReportSession& session) override;
    void setFilters(const ReportFilters& filters) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange(int columns);
    QWidget* makeScoreColumn();
    QWidget* makeFactsColumn();
    QWidget* makeConfigs();
    QWidget* makeCard(const QString& title, QWidget* content);
    void addFact(const QString& label, const QString& value, bool copyable = false);
    void showFacts();
    void showConfigs();
    void showTimeline();
    void showConversionFailure(const core::Error& error);

    core::ReportPtr m_report;
    QGridLayout* m_grid;
    QWidget* m_score;
    QWidget* m_factsColumn;
    QWidget* m_shots;
    QList<QWidget*> m_cards; // these three, the timeline and the configurations, in their order
    int m_columns = 2;
    ScoreRing* m_ring;
    QVBoxLayout* m_heuristics;
    QFormLayout* m_facts;
    DetectionsPanel* m_detections;
    QVBoxLayout* m_configs;
    ScreenshotStrip* m_screenshots;
    TimelineStrip* m_timeline;
    ReportFilters m_filters;
    std::vector<Target> m_targets; // of the timeline's events
};

} // namespace ui
