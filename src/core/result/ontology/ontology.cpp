// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/ontology/ontology.h"

#include "core/result/isotime.h"

#include <algorithm>

namespace core {

namespace {

std::string detailsKey(
    const json::Value& ip, const json::Value& port, std::string_view direction, std::string_view protocol)
{
    std::string key(direction);
    key.append(1, ' ').append(protocol).append(1, ' ');
    json::dumpTo(key, port);
    key += ' ';
    json::dumpTo(key, ip);
    return key;
}

// Requests that are equal have equal keys, and few others.
std::size_t requestKey(std::string_view uri, std::string_view method, const json::Object& headers)
{
    const std::hash<std::string_view> hash;
    return hash(uri) ^ (hash(method) * 31) ^ (json::hashOf(headers) * 127);
}

template <typename Object>
json::Array listOf(const std::vector<std::shared_ptr<Object>>& objects)
{
    json::Array list;
    list.reserve(objects.size());
    for (const std::shared_ptr<Object>& object : objects) {
        list.emplace_back(object->toJson());
    }
    return list;
}

template <typename Object>
json::Array takenList(std::vector<std::shared_ptr<Object>>& objects)
{
    json::Array list;
    list.reserve(objects.size());
    for (std::shared_ptr<Object>& kept : objects) {
        const std::shared_ptr<Object> object = std::move(kept);
        list.emplace_back(object->toJson());
    }
    objects = {};
    return list;
}

} // namespace

Ontology::Ontology(std::string serviceName)
    : m_serviceName(std::move(serviceName))
{
}

ObjectIdPtr Ontology::createObjectId(std::string tag, std::string ontologyId, std::optional<std::string> session,
    std::optional<std::string> guid, std::optional<std::string> timeObserved) const
{
    auto id = std::make_shared<ObjectId>();
    id->tag = std::move(tag);
    id->ontologyId = std::move(ontologyId);
    id->serviceName = m_serviceName;
    id->session = std::move(session);
    if (guid && normalizedGuid(*guid)) {
        id->guid = std::move(guid);
    }
    if (timeObserved && parseTime(*timeObserved)) {
        id->timeObserved = std::move(timeObserved);
    }
    return id;
}

NetworkConnectionPtr Ontology::createNetworkConnection(NetworkConnection connection) const
{
    const bool protocolKnown = connection.transportLayerProtocol == "tcp" || connection.transportLayerProtocol == "udp";
    const bool directionKnown
        = connection.direction == "outbound" || connection.direction == "inbound" || connection.direction == "unknown";
    const bool hasAddress = connection.destinationIp.isString() && !connection.destinationIp.toString().empty();
    // A Python truth is a number too.
    const json::Value& port = connection.destinationPort;
    const bool hasPort = port.isInteger() || port.isBool() || port.bigInteger();
    if (!connection.objectId || !hasAddress || !hasPort || !protocolKnown || !directionKnown) {
        return nullptr;
    }
    if (connection.sourceIp.isString() && connection.sourceIp.toString().empty()) {
        connection.sourceIp = {};
    }
    return std::make_shared<NetworkConnection>(std::move(connection));
}

void Ontology::addNetworkConnection(const NetworkConnectionPtr& connection)
{
    if (const OntologyProcessPtr process = connection->process) {
        if (process->objectId->guid) {
            connection->process = processByGuid(process->objectId->guid);
        } else {
            connection->process = processByPidAndTime(process->fields.pid, process->fields.startTime);
        }
    }
    m_firstConnection.try_emplace(detailsKey(connection->destinationIp, connection->destinationPort,
                                      connection->direction, connection->transportLayerProtocol),
        m_connections.size());
    if (connection->http) {
        m_connectionByHttp.try_emplace(connection->http.get(), connection);
    }
    if (connection->objectId->guid) {
        m_connectionByGuid.try_emplace(*connection->objectId->guid, connection);
    }
    m_connections.push_back(connection);
}

void Ontology::updateConnectionProcess(
    NetworkConnection& connection, const ObjectIdPtr& objectId, const ProcessFields& fields)
{
    if (!connection.process) {
        const bool enough
            = objectId && fields.image && !fields.image->empty() && fields.startTime && !fields.startTime->empty();
        if (!enough) {
            return;
        }
        connection.process = std::make_shared<OntologyProcess>();
        connection.process->objectId = objectId;
        if (!objectId->timeObserved) {
            objectId->timeObserved = fields.startTime;
        }
    }
    fill(*connection.process, fields);
    if (m_objectIds.contains(connection.process->objectId.get())) {
        index(connection.process);
    }
}

void Ontology::addNetworkHttp(const NetworkHttpPtr& http)
{
    m_http.push_back(http);
    m_httpByRequest[requestKey(http->requestUri, http->requestMethod, http->requestHeaders)].push_back(http);
    for (const std::string& path : {http->requestBodyPath, http->responseBodyPath}) {
        if (!path.empty()) {
            m_httpByPath.try_emplace(path, http);
        }
    }
}

NetworkConnectionPtr Ontology::connectionByDetails(const json::Value& destinationIp, const json::Value& destinationPort,
    std::string_view direction, std::string_view protocol) const
{
    if (destinationIp.isNull() || destinationPort.isNull()) {
        return nullptr;
    }
    json::Array ports{destinationPort};
    if (destinationPort == json::Value(80)) {
        ports.emplace_back(443); // INetSim may answer for one on the other
    }
    std::size_t first = m_connections.size();
    for (const json::Value& port : ports) {
        const auto place = m_firstConnection.find(detailsKey(destinationIp, port, direction, protocol));
        if (place != m_firstConnection.end()) {
            first = std::min(first, place->second);
        }
    }
    return first < m_connections.size() ? m_connections[first] : nullptr;
}

void Ontology::setHttpDetails(const NetworkConnectionPtr& connection, const NetworkHttpPtr& http)
{
    if (!connection->http) {
        connection->http = http;
        m_connectionByHttp.try_emplace(http.get(), connection);
    }
    if (!connection->connectionType) {
        connection->connectionType = "http";
    }
}

NetworkHttpPtr Ontology::httpByDetails(std::string_view uri, std::string_view method, const json::Object& headers) const
{
    const auto candidates = m_httpByRequest.find(requestKey(uri, method, headers));
    if (candidates == m_httpByRequest.end()) {
        return nullptr;
    }
    const auto found = std::ranges::find_if(candidates->second, [&](const NetworkHttpPtr& http) {
        return http->requestUri == uri && http->requestMethod == method && http->requestHeaders == headers;
    });
    return found == candidates->second.end() ? nullptr : *found;
}

NetworkHttpPtr Ontology::httpByPath(std::string_view path) const
{
    const auto found = m_httpByPath.find(std::string(path));
    return found == m_httpByPath.end() ? nullptr : found->second;
}

NetworkConnectionPtr Ontology::connectionByHttp(const NetworkHttpPtr& http) const
{
    const auto found = m_connectionByHttp.find(http.get());
    return found == m_connectionByHttp.end() ? nullptr : found->second;
}

json::Object Ontology::toJson() const
{
    return json::Object{
        {"sandboxes", listOf(m_sandboxes)},
        {"signatures", listOf(m_signatures)},
        {"network_connections", listOf(m_connections)},
        {"network_dns", listOf(m_dns)},
        {"network_http", listOf(m_http)},
        {"processes", listOf(m_processes)},
    };
}

json::Object Ontology::takeJson()
{
    m_byGuid = {}; // the look-ups hold the objects too
    m_connectionByGuid = {};
    m_byPid = {};
    m_byParentPid = {};
    m_firstConnection = {};
    m_connectionByHttp = {};
    m_httpByRequest = {};
    m_httpByPath = {};
    m_objectIds = {};
    json::Object all;
    all.append("sandboxes", takenList(m_sandboxes));
    all.append("signatures", takenList(m_signatures));
    all.append("network_connections", takenList(m_connections));
    all.append("network_dns", takenList(m_dns));
    all.append("network_http", takenList(m_http));
    all.append("processes", takenList(m_processes));
    return all;
}

} // namespace core
