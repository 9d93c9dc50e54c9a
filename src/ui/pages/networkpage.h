// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/recordmodel.h"
#include "ui/report/reportpage.h"

#include "core/report/report.h"

#include <memory>

class QLineEdit;
class QTabBar;
class QStackedWidget;

namespace ui {

class ProcessNames;
class RecordPanel;

// A request or exchange of HTTP or HTTPS, from whichever list of the report it came.
struct HttpRow {
    std::string method;
    std::string uri;
    std::string host;
    std::string destination;
    std::optional<std::int64_t> port;
    std::optional<std::int64_t> status;
    std::string request;
    std::string response;
};

struct FlowRow {
    const char* protocol;
    core::Flow flow;
};

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
    void updateTabs();
    QString processText(std::optional<qint64> pid) const;

    std::unique_ptr<ProcessNames> m_processes;
    RecordTable<core::DnsQuery>* m_dns;
    RecordTable<HttpRow>* m_http;
    RecordTable<FlowRow>* m_flows;
    RecordTable<core::NetworkHost>* m_hosts;
    RecordTable<std::vector<QString>>* m_others; // protocol, source, destination, text
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    QLineEdit* m_filter;
    QList<RecordPanel*> m_panels;
    QStringList m_titles;
};

} // namespace ui
