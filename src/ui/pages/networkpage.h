// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/networkrows.h"
#include "ui/models/recordmodel.h"
#include "ui/report/reportpage.h"

#include <memory>
#include <set>

namespace ui {

class ProcessNames;
class RecordPanel;
class RecordTabs;

// The network traffic of the analysis: DNS, HTTP, TCP and UDP, hosts, and what else there was.
class NetworkPage : public ReportPage {
    Q_OBJECT
public:
    explicit NetworkPage(QWidget* parent = nullptr);
    ~NetworkPage() override;

    QString id() const override { return pages::Network.toString(); }
    QString title() const override { return tr("Network"); }
    QString iconName() const override { return QStringLiteral("network"); }
    QString countText() const override;

    void setReport(const ReportSession& session) override;
    void setResult(const ReportSession& session) override;
    void setFilters(const ReportFilters& filters) override;
    void goTo(const Target& target) override;
    void focusFilter() override;
    void prepareForTour() override;

private:
    void makeDns();
    void makeHttp();
    void makeFlows();
    void makeHosts();
    void makeOthers();
    void addPanel(RecordPanel* panel, const QString& title);
    void applyFilters();
    bool passes(std::optional<qint64> pid, std::optional<double> time) const;
    // Where a time of the network's records lies on the report's axis, and how it reads.
    std::optional<double> placeOf(std::optional<double> time) const;
    QString timeCell(std::optional<double> time) const;
    void tellTimesChanged();
    std::set<std::string> shownAddresses() const;
    QString processText(std::optional<qint64> pid) const;
    std::optional<qint64> processOf(const HttpRow& row) const;

    core::ReportPtr m_report;
    std::unique_ptr<ProcessNames> m_processes;
    RecordTable<core::DnsQuery>* m_dns;
    RecordTable<HttpRow>* m_http;
    RecordTable<FlowRow>* m_flows;
    RecordTable<core::NetworkHost>* m_hosts;
    RecordTable<std::vector<QString>>* m_others; // protocol, source, destination, text
    RecordTabs* m_tabs;
    ReportFilters m_filters;
};

} // namespace ui
