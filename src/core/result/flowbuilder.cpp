// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/flowbuilder.h"

#include "core/ioc/tagvalidation.h"
#include "core/ioc/text.h"
#include "core/json/python.h"
#include "core/result/connectionevents.h"
#include "core/result/conversioncontext.h"
#include "core/result/isotime.h"
#include "core/result/sandboxevents.h"
#include "core/result/section.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace core::flowbuilder {

namespace {

using json::python::truthy;

enum HeuristicId {
    Traffic = 1004,
    NotHttp = 1005,
    Tcp = 1010,
    Udp = 1011,
};

constexpr std::string_view tableTitle = "TCP/UDP Network Traffic";

// Adds rows to a table that does not have them yet; the table keeps the only copy.
class DistinctRows {
public:
    explicit DistinctRows(Section& table)
        : m_table(table)
    {
    }

    bool add(json::Value row)
    {
        const std::size_t hash = json::hashOf(row);
        const auto [first, last] = m_places.equal_range(hash);
        if (std::any_of(first, last, [&](const auto& known) { return m_table.rows()[known.second] == row; })) {
            return false;
        }
        m_places.emplace(hash, m_table.rows().size());
        m_table.addRow(std::move(*row.object()));
        return true;
    }

private:
    Section& m_table;
    std::unordered_multimap<std::size_t, std::size_t> m_places; // by hash
};

const std::vector<std::string_view>& columns()
{
    static const std::vector<std::string_view> names{
        "timestamp",
        "protocol",
        "src_ip",
        "src_port",
        "domain",
        "dest_ip",
        "dest_port",
        "image",
        "pid",
    };
    return names;
}

QString shown(const json::Value& value)
{
    return QString::fromStdString(safeStr(json::python::str(value)));
}

bool isOneOf(const json::Value& port, std::initializer_list<int> ports)
{
    return std::ranges::any_of(ports, [&](int known) { return port == json::Value(known); });
}

// The name that the identity of a connection has for its kind; null for an unknown one.
json::Value kindOf(const NetworkFlow& flow)
{
    if (isOneOf(flow.destinationPort, {80, 443})) {
        return "http";
    }
    return isOneOf(flow.destinationPort, {53}) ? json::Value("dns") : json::Value();
}

void addTags(const ConversionContext& context, const NetworkFlow& flow, Section& table)
{
    addTag(table, "network.protocol", std::string_view(flow.protocol));
    addTag(table, "network.dynamic.ip", flow.destinationIp, context.safelist);
    addTag(table, "network.dynamic.ip", flow.sourceIp, context.safelist);
    addTag(table, "network.port", flow.destinationPort);
    addTag(table, "network.port", flow.sourcePort);
}

// The time of a flow, which the capture counts in seconds from its start.
json::Value timeOfFlow(const ConversionContext& context, const SandboxEvents& events, const json::Value& seconds)
{
    if (seconds.isNull()) {
        return {};
    }
    const auto start = parseTime(events.startTime());
    const std::optional<double> number = json::python::toNumber(seconds);
    const auto later = number ? microseconds(*number) : std::nullopt;
    if (!start || !later) {
        context.warnings.add(QCoreApplication::translate("NetworkBuilder",
            "The time of a network flow cannot be told: the report lacks the start of the analysis or "
            "has no number there."));
        return {};
    }
    return formatTime(*start + *later);
}

// The process that the report itself names for a flow; the ontology then finds the one it knows.
void nameProcess(ConversionContext& context, const NetworkFlow& flow, NetworkConnection& connection)
{
    if (!truthy(flow.image)) {
        return;
    }
    const SandboxPtr sandbox = context.ontology.sandbox();
    const std::string_view image = flow.image.toString();
    ProcessFields fields;
    fields.image = image;
    fields.pid = flow.pid;
    fields.startTime = connection.objectId->timeObserved;
    ObjectIdPtr id = context.ontology.createObjectId(normalizedImagePath(image),
        processOid(flow.pid, nullptr, flow.image, nullptr), sandbox ? sandbox->objectId->session : std::nullopt,
        flow.guid.isString() ? std::optional<std::string>(flow.guid.toString()) : std::nullopt);
    context.ontology.updateConnectionProcess(connection, id, fields);
}

NetworkConnectionPtr makeConnection(ConversionContext& context, const NetworkFlow& flow)
{
    NetworkConnection connection;
    connection.sourceIp = flow.sourceIp;
    connection.sourcePort = flow.sourcePort;
    connection.destinationIp = flow.destinationIp;
    connection.destinationPort = flow.destinationPort;
    connection.transportLayerProtocol = flow.protocol;
    connection.direction = "outbound";
    json::Object identity;
    identity.append("source_ip", flow.sourceIp);
    identity.append("source_port", flow.sourcePort);
    identity.append("destination_ip", flow.destinationIp);
    identity.append("destination_port", flow.destinationPort);
    identity.append("transport_layer_protocol", flow.protocol);
    identity.append("connection_type", kindOf(flow));
    connection.objectId = connectionevents::createObjectId(context, identity, randomGuid(), flow.timestamp);
    NetworkConnectionPtr made = context.ontology.createNetworkConnection(std::move(connection));
    if (made) {
        nameProcess(context, flow, *made);
        context.ontology.addNetworkConnection(made);
        connectionevents::settleProcess(context.ontology, *made, flow.pid, flow.image);
    }
    return made;
}

void addEvent(const NetworkFlow& flow, const NetworkConnection& connection, SandboxEvents& events)
{
    json::Object event = connectionevents::eventOf(connection, flow.sources);
    if (connection.process) {
        event.set("process", connection.process->fields.pid);
    } else if (truthy(flow.pid)) {
        event.set("process", flow.pid);
    }
    events.addNetworkConnection(std::move(event));
}

void addDetected(const char* title, int heuristic, Section& table)
{
    Section section(title);
    section.setAutoCollapse(true);
    section.setHeuristic(heuristic);
    table.addSubsection(std::move(section));
}

} // namespace

void addFlows(ConversionContext& context, const NetworkMap& network, SandboxEvents& events, Section& parent)
{
    Section table(tableTitle, BodyFormat::Table);
    table.setColumnOrder(columns());
    bool hasTcp = false;
    bool hasUdp = false;
    DistinctRows rows(table);
    for (const NetworkFlow& seen : network.flows) {
        NetworkFlow flow = seen;
        addTags(context, flow, table);
        flow.timestamp = timeOfFlow(context, events, seen.timestamp);
        const NetworkConnectionPtr connection = makeConnection(context, flow);
        if (!connection) {
            context.warnings.add(QCoreApplication::translate("NetworkBuilder",
                "A flow to %1 is left out: its port %2 is no number.")
                    .arg(shown(flow.destinationIp), shown(flow.destinationPort)));
            continue;
        }
        addEvent(flow, *connection, events);
        if (rows.add(flow.row())) {
            hasTcp = hasTcp || flow.protocol == "tcp";
            hasUdp = hasUdp || flow.protocol == "udp";
        }
    }
    if (hasTcp) {
        addDetected("TCP Network Traffic Detected", Tcp, table);
    }
    if (hasUdp) {
        addDetected("UDP Network Traffic Detected", Udp, table);
    }
    table.setHeuristic(Traffic);
    parent.addSubsection(std::move(table));
}

void addTrafficOnHttpPorts(Section& parent)
{
    Section table("Non-HTTP Traffic Over HTTP Ports", BodyFormat::Table);
    table.setColumnOrder(columns());
    const auto flows = std::ranges::find(parent.subsections(), tableTitle, &Section::title);
    if (flows == parent.subsections().end()) {
        return;
    }
    for (const json::Value& row : flows->rows()) {
        if (!isOneOf(row["dest_port"], {443, 80})) {
            continue;
        }
        addTag(table, "network.dynamic.ip", row["dest_ip"]);
        addTag(table, "network.port", row["dest_port"]);
        table.addRow(row.toObject());
    }
    if (table.hasBody()) {
        table.setHeuristic(NotHttp);
        parent.addSubsection(std::move(table));
    }
}

} // namespace core::flowbuilder
