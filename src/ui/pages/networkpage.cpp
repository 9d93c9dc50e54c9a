// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/networkpage.h"

#include "ui/models/processnames.h"
#include "ui/pages/recordpanel.h"
#include "ui/pages/recordtabs.h"
#include "ui/report/reportsession.h"
#include "ui/text/clockchoice.h"
#include "ui/text/format.h"
#include "ui/text/reporttime.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

namespace {

// In the order in which the constructor makes them.
enum Tab { DnsTab, HttpTab, FlowsTab, HostsTab, OthersTab };

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

} // namespace

NetworkPage::NetworkPage(QWidget* parent)
    : ReportPage(parent)
    , m_dns(new RecordTable<core::DnsQuery>(this))
    , m_http(new RecordTable<HttpRow>(this))
    , m_flows(new RecordTable<FlowRow>(this))
    , m_hosts(new RecordTable<core::NetworkHost>(this))
    , m_others(new RecordTable<std::vector<QString>>(this))
    , m_tabs(new RecordTabs(this))
{
    m_tabs->field()->setPlaceholderText(tr("Filter by domain, address, path, process…"));
    m_tabs->field()->setAccessibleName(tr("Filter network traffic"));
    makeDns();
    makeHttp();
    makeFlows();
    makeHosts();
    makeOthers();
    connect(&ClockChoice::instance(), &ClockChoice::changed, this, &NetworkPage::tellTimesChanged);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);
}

NetworkPage::~NetworkPage() = default;

void NetworkPage::addPanel(RecordPanel* panel, const QString& title)
{
    m_tabs->add(panel, title);
    connect(panel, &RecordPanel::inspectorChanged, this, &ReportPage::inspectorChanged);
    connect(panel, &RecordPanel::clearRequested, this, [this] {
        m_tabs->field()->clear();
        if (!m_filters.isEmpty()) {
            Q_EMIT filtersRequested({});
        }
    });
    connect(panel, &RecordPanel::processActivated, this,
        [this](qint64 pid) { Q_EMIT navigationRequested({.page = pages::Processes.toString(), .pid = pid}); });
    connect(panel, &RecordPanel::onlyProcessRequested, this,
        [this](qint64 pid) { Q_EMIT filtersRequested({.pids = {pid}, .time = m_filters.time}); });
}

QString NetworkPage::processText(std::optional<qint64> pid) const
{
    return m_processes ? m_processes->text(pid) : QString();
}

std::optional<qint64> NetworkPage::processOf(const HttpRow& row) const
{
    if (const auto pid = m_processes->ofUri(row.uri)) {
        return pid;
    }
    const auto pid = m_processes->ofDestination(row.destination, row.port);
    return pid ? pid : m_processes->ofDomain(row.host);
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
            [this](const core::DnsQuery& query) { return timeCell(query.firstSeen); },
            [](const core::DnsQuery& query) { return query.firstSeen ? QVariant(*query.firstSeen) : QVariant(); });
    auto* panel = new RecordPanel(m_dns, QStringLiteral("dns"), tr("No DNS requests in this report"), this);
    panel->setNarrow({.columns = {1, 4, 3}});
    panel->setProcess([this](int row) { return m_processes->ofDomain(m_dns->record(row).request); });
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
            [this](const HttpRow& row) { return m_processes ? processText(processOf(row)) : QString(); })
        .column(
            tr("Time"), ColumnStyle::Mono,
            [this](const HttpRow& row) { return timeCell(row.time); },
            [](const HttpRow& row) { return row.time ? QVariant(*row.time) : QVariant(); });
    auto* panel = new RecordPanel(m_http, QStringLiteral("http"), tr("No HTTP traffic in this report"), this);
    panel->setNarrow({.columns = {3, 5, 4}, .least = 200});
    panel->setDescription([this](int index) {
        const HttpRow& row = m_http->record(index);
        // Lines end in CR LF on the wire.
        return fromUtf8(row.response.empty() ? row.request : row.request + "\n" + row.response)
            .replace(QLatin1String("\r\n"), QLatin1String("\n"));
    });
    panel->setProcess([this](int row) { return processOf(m_http->record(row)); });
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
            tr("Time"), ColumnStyle::Mono,
            [this](const FlowRow& row) { return timeCell(row.flow.time); },
            [](const FlowRow& row) { return row.flow.time ? QVariant(*row.flow.time) : QVariant(); });
    auto* panel = new RecordPanel(m_flows, QStringLiteral("flows"), tr("No TCP or UDP traffic in this report"), this);
    panel->setNarrow({.columns = {2, 1, 6, 0}, .least = 120});
    panel->setProcess([this](int row) {
        const core::Flow& flow = m_flows->record(row).flow;
        return m_processes->ofDestination(flow.destination, flow.destinationPort);
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
    auto* panel = new RecordPanel(m_hosts, QStringLiteral("hosts"), tr("No hosts in this report"), this);
    panel->setNarrow({.columns = {2, 3}});
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
        tr("No ICMP, SMTP or IRC traffic and no unreachable hosts in this report"), this);
    panel->setNarrow({.columns = {1}, .least = 120});
    addPanel(panel, tr("Other"));
}

void NetworkPage::setReport(const ReportSession& session)
{
    const core::Report& report = *session.report();
    m_processes = std::make_unique<ProcessNames>(report);
    m_report = session.report();
    const QString route = fromUtf8(report.info().route);
    for (RecordPanel* panel : m_tabs->panels()) {
        if (!report.has("network")) {
            panel->setHint(tr("The server's litereport leaves the network out. To have it, add \"network\" to "
                              "keys_to_copy in the [litereport] section of reporting.conf."));
        } else if (!route.isEmpty()) {
            panel->setHint(tr("The analysis ran with the route \"%1\".").arg(route));
        }
    }
    const core::Network& network = report.network();
    m_dns->setRecords(network.dns);
    m_http->setRecords(httpRows(network));
    m_flows->setRecords(flowRows(network));
    m_hosts->setRecords(network.hosts);
    m_others->setRecords(otherRows(network));
    applyFilters();
    const auto first = std::ranges::find_if(m_tabs->panels(), [](const auto* panel) { return panel->count() > 0; });
    if (first != m_tabs->panels().end()) {
        m_tabs->setCurrent(int(first - m_tabs->panels().begin()));
    }
    Q_EMIT countTextChanged();
}

void NetworkPage::setResult(const ReportSession& session)
{
    m_processes->take(*session.result());
    m_dns->columnChanged(3);
    m_http->columnChanged(4);
    m_flows->columnChanged(5);
    applyFilters();
}

void NetworkPage::setFilters(const ReportFilters& filters)
{
    m_filters = filters;
    applyFilters();
}

bool NetworkPage::passes(std::optional<qint64> pid, std::optional<double> time) const
{
    const bool rightProcess = m_filters.pids.empty() || (pid && m_filters.pids.contains(*pid));
    const auto place = placeOf(time);
    const bool rightTime
        = !m_filters.time || (place && *place >= m_filters.time->first && *place <= m_filters.time->second);
    return rightProcess && rightTime;
}

std::optional<double> NetworkPage::placeOf(std::optional<double> time) const
{
    return m_report && time ? m_report->clock().ofNetwork(*time) : std::nullopt;
}

QString NetworkPage::timeCell(std::optional<double> time) const
{
    const auto place = placeOf(time);
    return place ? timeText(m_report->clock(), *place) : QString();
}

void NetworkPage::tellTimesChanged()
{
    m_dns->columnChanged(4);
    m_http->columnChanged(5);
    m_flows->columnChanged(6);
}

std::set<std::string> NetworkPage::shownAddresses() const
{
    std::set<std::string> addresses;
    for (int row = 0; row < m_flows->rowCount(); ++row) {
        const core::Flow& flow = m_flows->record(row).flow;
        if (passes(m_processes->ofDestination(flow.destination, flow.destinationPort), flow.time)) {
            addresses.insert({flow.source, flow.destination});
        }
    }
    for (int row = 0; row < m_http->rowCount(); ++row) {
        const HttpRow& request = m_http->record(row);
        if (passes(processOf(request), request.time)) {
            addresses.insert(request.destination);
        }
    }
    return addresses;
}

void NetworkPage::applyFilters()
{
    if (!m_processes) {
        return;
    }
    // A record that does not say when it was, or nobody knows whose it is, is not what such a filter asks for.
    using Test = std::function<bool(int)>;
    const bool all = m_filters.isEmpty();
    m_tabs->panel(DnsTab)->setTest(all ? Test() : [this](int row) {
        const core::DnsQuery& query = m_dns->record(row);
        return passes(m_processes->ofDomain(query.request), query.firstSeen);
    });
    m_tabs->panel(HttpTab)->setTest(all ? Test() : [this](int row) {
        const HttpRow& request = m_http->record(row);
        return passes(processOf(request), request.time);
    });
    m_tabs->panel(FlowsTab)->setTest(all ? Test() : [this](int row) {
        const core::Flow& flow = m_flows->record(row).flow;
        return passes(m_processes->ofDestination(flow.destination, flow.destinationPort), flow.time);
    });
    m_tabs->panel(HostsTab)->setTest(all ? Test() : [this, addresses = shownAddresses()](int row) {
        return addresses.contains(m_hosts->record(row).ip);
    });
    m_tabs->panel(OthersTab)->setTest(all ? Test() : [](int) { return false; });
    m_tabs->updateCounts();
}

QString NetworkPage::countText() const
{
    const int count = m_dns->rowCount() + m_http->rowCount() + m_flows->rowCount() + m_others->rowCount();
    return count > 0 ? formatCount(count) : QString();
}

void NetworkPage::goTo(const Target& target)
{
    if (!target.text.isEmpty()) {
        m_tabs->select(target.text);
    }
}

void NetworkPage::focusFilter()
{
    m_tabs->field()->setFocus(Qt::ShortcutFocusReason);
    m_tabs->field()->selectAll();
}

void NetworkPage::prepareForTour()
{
    if (m_tabs->panel(HttpTab)->count() > 0) {
        m_tabs->setCurrent(HttpTab);
    }
    m_tabs->currentPanel()->selectFirst();
}

} // namespace ui
