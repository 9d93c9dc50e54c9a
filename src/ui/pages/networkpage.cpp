// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/networkpage.h"

#include "ui/models/processnames.h"
#include "ui/pages/recordpanel.h"
#include "ui/report/reportsession.h"
#include "ui/text/format.h"
#include "ui/widgets/line.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <deque>
#include <map>

namespace ui {

namespace {

QString numberText(const std::optional<std::int64_t>& number)
{
    return number ? QString::number(*number) : QString();
}

QVariant numberKey(const std::optional<std::int64_t>& number)
{
    return number ? QVariant(qlonglong(*number)) : QVariant();
}

QString answersText(const core::DnsQuery& query)
{
    QStringList answers;
    for (const core::DnsAnswer& answer : query.answers) {
        answers += fromUtf8(answer.data);
    }
    return answers.join(QStringLiteral(", "));
}

HttpRow rowOf(const core::HttpRequest& request)
{
    return {request.method, request.uri, request.host, request.destination, request.port, {}, request.data, {}};
}

HttpRow rowOf(const core::HttpExchange& exchange)
{
    HttpRow row{exchange.method, exchange.uri, exchange.host, exchange.destination, exchange.destinationPort,
        exchange.status, exchange.request, exchange.response};
    // An exchange names only the path; the whole address is what an analyst looks for.
    if (!row.uri.contains("://")) {
        row.uri = exchange.protocol + "://" + exchange.host + exchange.uri;
    }
    return row;
}

std::vector<HttpRow> httpRows(const core::Network& network)
{
    std::vector<HttpRow> rows;
    std::map<std::pair<std::string, std::string>, std::deque<std::size_t>> withoutStatus; // by method and URL
    for (const core::HttpRequest& request : network.http) {
        withoutStatus[{request.method, request.uri}].push_back(rows.size());
        rows.push_back(rowOf(request));
    }
    for (const auto* list : {&network.httpEx, &network.httpsEx}) {
        for (const core::HttpExchange& exchange : *list) {
            HttpRow row = rowOf(exchange);
            // "http" and "http_ex" tell of the same requests: the exchange adds status and response.
            const auto same = withoutStatus.find({row.method, row.uri});
            if (same == withoutStatus.end() || same->second.empty()) {
                rows.push_back(std::move(row));
                continue;
            }
            rows[same->second.front()] = std::move(row);
            same->second.pop_front();
        }
    }
    return rows;
}

std::vector<std::vector<QString>> otherRows(const core::Network& network)
{
    std::vector<std::vector<QString>> rows;
    for (const core::IcmpPacket& packet : network.icmp) {
        rows.push_back(
            {QStringLiteral("ICMP"), fromUtf8(packet.source), fromUtf8(packet.destination), fromUtf8(packet.data)});
    }
    for (const core::SmtpMessage& message : network.smtp) {
        rows.push_back(
            {QStringLiteral("SMTP"), fromUtf8(message.source), fromUtf8(message.destination), fromUtf8(message.raw)});
    }
    for (const core::IrcMessage& message : network.irc) {
        rows.push_back(
            {QStringLiteral("IRC"), fromUtf8(message.type), {}, fromUtf8(message.command + " " + message.params)});
    }
    for (const core::DeadHost& host : network.deadHosts) {
        rows.push_back({NetworkPage::tr("no answer"), {}, fromUtf8(host.ip), numberText(host.port)});
    }
    return rows;
}

} // namespace

NetworkPage::NetworkPage(QWidget* parent)
    : ReportPage(parent)
    , m_dns(new RecordTable<core::DnsQuery>(this))
    , m_http(new RecordTable<HttpRow>(this))
    , m_flows(new RecordTable<FlowRow>(this))
    , m_hosts(new RecordTable<core::NetworkHost>(this))
    , m_others(new RecordTable<std::vector<QString>>(this))
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_filter(new QLineEdit(this))
{
    m_tabs->setDocumentMode(true);
    m_tabs->setDrawBase(false);
    m_filter->setPlaceholderText(tr("Filter by domain, address, path, process…"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setAccessibleName(tr("Filter network traffic"));
    makeDns();
    makeHttp();
    makeFlows();
    makeHosts();
    makeOthers();
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        for (RecordPanel* panel : m_panels) {
            panel->setFilterText(text);
        }
    });

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 4, 8, 4);
    bar->addWidget(m_tabs);
    bar->addStretch();
    bar->addWidget(m_filter, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addWidget(m_stack, 1);
    updateTabs();
}

NetworkPage::~NetworkPage() = default;

void NetworkPage::addPanel(RecordPanel* panel, const QString& title)
{
    m_panels += panel;
    m_titles += title;
    m_tabs->addTab(title);
    panel->setTitle(title);
    m_stack->addWidget(panel);
    connect(panel, &RecordPanel::inspectorChanged, this, &ReportPage::inspectorChanged);
    connect(panel, &RecordPanel::clearRequested, m_filter, &QLineEdit::clear);
}

QString NetworkPage::processText(std::optional<qint64> pid) const
{
    return m_processes ? m_processes->text(pid) : QString();
}

void NetworkPage::makeDns()
{
    (*m_dns)
        .column(tr("Request"), ColumnStyle::Mono, [](const core::DnsQuery& query) { return fromUtf8(query.request); })
        .column(tr("Type"), ColumnStyle::Text, [](const core::DnsQuery& query) { return fromUtf8(query.type); })
        .column(tr("Answers"), ColumnStyle::Mono, answersText)
        .column(tr("Process"), ColumnStyle::Text,
            [this](const core::DnsQuery& query) { return processText(m_processes->ofDomain(query.request)); })
        .column(
            tr("Time"), ColumnStyle::Mono,
            [](const core::DnsQuery& query) { return query.firstSeen ? formatClock(*query.firstSeen) : QString(); },
            [](const core::DnsQuery& query) { return query.firstSeen ? QVariant(*query.firstSeen) : QVariant(); });
    auto* panel = new RecordPanel(m_dns, QStringLiteral("dns"), tr("No DNS requests in this report"), {}, this);
    panel->setWidths({200, 48, 360, 152, 100});
    connect(panel, &RecordPanel::processActivated, this, [this](int row) {
        if (const auto pid = m_processes->ofDomain(m_dns->record(row).request)) {
            Q_EMIT navigationRequested({.page = pages::Processes.toString(), .pid = pid});
        }
    });
    addPanel(panel, tr("DNS"));
}

void NetworkPage::makeHttp()
{
    (*m_http)
        .column(tr("Method"), ColumnStyle::Text, [](const HttpRow& row) { return fromUtf8(row.method); })
        .column(tr("URL"), ColumnStyle::Mono, [](const HttpRow& row) { return fromUtf8(row.uri); })
        .column(
            tr("Status"), ColumnStyle::Number, [](const HttpRow& row) { return numberText(row.status); },
            [](const HttpRow& row) { return numberKey(row.status); })
        .column(tr("Destination"), ColumnStyle::Mono,
            [](const HttpRow& row) {
                return row.port ? QStringLiteral("%1:%2").arg(fromUtf8(row.destination)).arg(*row.port)
                                : fromUtf8(row.destination);
            })
        .column(tr("Process"), ColumnStyle::Text,
            [this](const HttpRow& row) { return processText(m_processes->ofUri(row.uri)); });
    auto* panel = new RecordPanel(m_http, QStringLiteral("http"), tr("No HTTP traffic in this report"), {}, this);
    panel->setWidths({56, 400, 52, 152, 152});
    panel->setDescription([this](int index) {
        const HttpRow& row = m_http->record(index);
        // Lines end in CR LF on the wire.
        return fromUtf8(row.response.empty() ? row.request : row.request + "\n" + row.response)
            .replace(QLatin1String("\r\n"), QLatin1String("\n"));
    });
    connect(panel, &RecordPanel::processActivated, this, [this](int row) {
        if (const auto pid = m_processes->ofUri(m_http->record(row).uri)) {
            Q_EMIT navigationRequested({.page = pages::Processes.toString(), .pid = pid});
        }
    });
    addPanel(panel, tr("HTTP"));
}

void NetworkPage::makeFlows()
{
    (*m_flows)
        .column(tr("Protocol"), ColumnStyle::Text, [](const FlowRow& row) { return QString::fromLatin1(row.protocol); })
        .column(tr("Source"), ColumnStyle::Mono, [](const FlowRow& row) { return fromUtf8(row.flow.source); })
        .column(
            tr("Port"), ColumnStyle::Number, [](const FlowRow& row) { return numberText(row.flow.sourcePort); },
            [](const FlowRow& row) { return numberKey(row.flow.sourcePort); })
        .column(tr("Destination"), ColumnStyle::Mono, [](const FlowRow& row) { return fromUtf8(row.flow.destination); })
        .column(
            tr("Port"), ColumnStyle::Number, [](const FlowRow& row) { return numberText(row.flow.destinationPort); },
            [](const FlowRow& row) { return numberKey(row.flow.destinationPort); })
        .column(tr("Process"), ColumnStyle::Text,
            [this](const FlowRow& row) {
                return processText(m_processes->ofDestination(row.flow.destination, row.flow.destinationPort));
            })
        .column(
            tr("Time"), ColumnStyle::Number,
            [](const FlowRow& row) {
                return row.flow.time ? tr("%1 s").arg(QLocale().toString(*row.flow.time, 'f', 3)) : QString();
            },
            [](const FlowRow& row) { return row.flow.time ? QVariant(*row.flow.time) : QVariant(); });
    auto* panel
        = new RecordPanel(m_flows, QStringLiteral("flows"), tr("No TCP or UDP traffic in this report"), {}, this);
    panel->setWidths({64, 120, 56, 240, 56, 152, 80});
    connect(panel, &RecordPanel::processActivated, this, [this](int row) {
        const core::Flow& flow = m_flows->record(row).flow;
        if (const auto pid = m_processes->ofDestination(flow.destination, flow.destinationPort)) {
            Q_EMIT navigationRequested({.page = pages::Processes.toString(), .pid = pid});
        }
    });
    addPanel(panel, tr("TCP/UDP"));
}

void NetworkPage::makeHosts()
{
    (*m_hosts)
        .column(tr("Address"), ColumnStyle::Mono, [](const core::NetworkHost& host) { return fromUtf8(host.ip); })
        .column(
            tr("Host name"), ColumnStyle::Mono, [](const core::NetworkHost& host) { return fromUtf8(host.hostname); })
        .column(
            tr("Reverse name"), ColumnStyle::Mono, [](const core::NetworkHost& host) { return fromUtf8(host.inverse); })
        .column(tr("Country"), ColumnStyle::Text, [](const core::NetworkHost& host) { return fromUtf8(host.country); })
        .column(tr("Ports"), ColumnStyle::Text, [](const core::NetworkHost& host) {
            QStringList ports;
            for (const std::int64_t port : host.ports) {
                ports += QString::number(port);
            }
            return ports.join(QStringLiteral(", "));
        });
    auto* panel = new RecordPanel(m_hosts, QStringLiteral("hosts"), tr("No hosts in this report"), {}, this);
    panel->setWidths({120, 280, 120, 100, 80});
    addPanel(panel, tr("Hosts"));
}

void NetworkPage::makeOthers()
{
    const auto cell
        = [](std::size_t column) { return [column](const std::vector<QString>& row) { return row[column]; }; };
    (*m_others)
        .column(tr("Kind"), ColumnStyle::Text, cell(0))
        .column(tr("Source"), ColumnStyle::Mono, cell(1))
        .column(tr("Destination"), ColumnStyle::Mono, cell(2))
        .column(tr("Content"), ColumnStyle::Mono, cell(3));
    auto* panel = new RecordPanel(m_others, QStringLiteral("other-traffic"),
        tr("No ICMP, SMTP or IRC traffic and no unreachable hosts in this report"), {}, this);
    panel->setWidths({72, 120, 120, 400});
    addPanel(panel, tr("Other"));
}

void NetworkPage::setReport(const ReportSession& session)
{
    const core::Report& report = *session.report();
    m_processes = std::make_unique<ProcessNames>(report);
    const core::Network& network = report.network();
    m_dns->setRecords(network.dns);
    m_http->setRecords(httpRows(network));
    std::vector<FlowRow> flows;
    flows.reserve(network.tcp.size() + network.udp.size());
    for (const core::Flow& flow : network.tcp) {
        flows.push_back({"TCP", flow});
    }
    for (const core::Flow& flow : network.udp) {
        flows.push_back({"UDP", flow});
    }
    m_flows->setRecords(std::move(flows));
    m_hosts->setRecords(network.hosts);
    m_others->setRecords(otherRows(network));
    updateTabs();
    for (int tab = 0; tab < m_panels.size(); ++tab) {
        if (m_panels[tab]->count() > 0) {
            m_tabs->setCurrentIndex(tab);
            break;
        }
    }
    Q_EMIT countTextChanged();
}

void NetworkPage::setResult(const ReportSession& session)
{
    m_processes->take(*session.result());
    m_dns->columnChanged(3);
    m_http->columnChanged(4);
    m_flows->columnChanged(5);
}

void NetworkPage::updateTabs()
{
    for (int tab = 0; tab < m_panels.size(); ++tab) {
        m_tabs->setTabText(
            tab, tr("%1 %2", "tab title and count").arg(m_titles[tab], formatCount(m_panels[tab]->count())));
    }
}

QString NetworkPage::countText() const
{
    const int count = m_dns->rowCount() + m_http->rowCount() + m_flows->rowCount() + m_others->rowCount();
    return count > 0 ? formatCount(count) : QString();
}

void NetworkPage::goTo(const Target& target)
{
    if (target.text.isEmpty()) {
        return;
    }
    m_filter->clear();
    for (const Match match : {Match::Whole, Match::Part}) {
        for (int tab = 0; tab < m_panels.size(); ++tab) {
            if (m_panels[tab]->select(target.text, match)) {
                m_tabs->setCurrentIndex(tab);
                return;
            }
        }
    }
}

void NetworkPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void NetworkPage::prepareForTour()
{
    const int http = 1;
    if (m_panels[http]->count() > 0) {
        m_tabs->setCurrentIndex(http);
    }
    m_panels[m_tabs->currentIndex()]->selectFirst();
}

} // namespace ui
