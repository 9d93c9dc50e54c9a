// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result/ontology/objects.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace core {

// All objects of an analysis and their links: what the Assemblyline service keeps in its OntologyResults, with its
// rules for linking processes and its order. Look-ups go by hash, so the time grows in step with the objects.
class Ontology {
public:
    explicit Ontology(std::string serviceName = "CAPE");

    const std::string& serviceName() const { return m_serviceName; }

    // An id for a new object. A time must look like "YYYY-MM-DD HH:MM:SS.ffffff" (1 to 6 digits after the point);
    // otherwise it is left out. A GUID that is none is left out.
    ObjectIdPtr createObjectId(std::string tag, std::string ontologyId, std::optional<std::string> session,
        std::optional<std::string> guid = std::nullopt, std::optional<std::string> timeObserved = std::nullopt) const;

    // Processes. A new one gets a random GUID, MaxTime as its end and its start as time observed, where not given.
    // Null without an image or a start time.
    OntologyProcessPtr createProcess(ObjectIdPtr objectId, const ProcessFields& fields);
    // Links it with parents and children known by pid and time, and keeps it; false for one that is there already (same
    // GUID, or same pid at an overlapping time).
    bool addProcess(const OntologyProcessPtr& process);
    // Fills what the process of that GUID lacks; never overwrites. Takes the parent of that GUID, unless the parent it
    // has is known. False when no process has the GUID.
    bool updateProcess(std::string_view guid, const ProcessFields& fields, std::optional<std::string_view> parentGuid);
    bool hasGuid(std::string_view guid) const;
    OntologyProcessPtr processByGuid(std::string_view guid) const;
    OntologyProcessPtr processByGuid(const std::string& guid) const { return processByGuid(std::string_view(guid)); }
    OntologyProcessPtr processByGuid(const std::optional<std::string>& guid) const;
    // The first process with the pid; null for pid 0 and null.
    OntologyProcessPtr processByPid(const json::Value& pid) const;
    // The only process with the pid that ran then; null when there are several.
    OntologyProcessPtr processByPidAndTime(const json::Value& pid, const std::optional<std::string>& time) const;
    const std::vector<OntologyProcessPtr>& processes() const { return m_processes; }

    // Network. Null when the reference would refuse it: no destination, port no integer, protocol not tcp or udp.
    NetworkConnectionPtr createNetworkConnection(NetworkConnection connection) const;
    // Keeps it; its process becomes the known one of the same GUID, or of the same pid and start, or none.
    void addNetworkConnection(const NetworkConnectionPtr& connection);
    // Fills what the connection's process lacks, or gives it one when there is none and `objectId`, image and start
    // time are given.
    void updateConnectionProcess(
        NetworkConnection& connection, const ObjectIdPtr& objectId, const ProcessFields& fields);
    void addNetworkDns(const NetworkDnsPtr& dns) { m_dns.push_back(dns); }
    void addNetworkHttp(const NetworkHttpPtr& http);
    // The first outbound connection to the address and port (80 stands for 80 and 443).
    NetworkConnectionPtr connectionByDetails(const json::Value& destinationIp, const json::Value& destinationPort,
        std::string_view direction, std::string_view protocol) const;
    // Gives the connection its HTTP details, unless it has some.
    void setHttpDetails(const NetworkConnectionPtr& connection, const NetworkHttpPtr& http);
    NetworkHttpPtr httpByDetails(std::string_view uri, std::string_view method, const json::Object& headers) const;
    // The request whose body is at that path of the report ZIP.
    NetworkHttpPtr httpByPath(std::string_view path) const;
    NetworkConnectionPtr connectionByHttp(const NetworkHttpPtr& http) const;
    const std::vector<NetworkConnectionPtr>& connections() const { return m_connections; }
    const std::vector<NetworkDnsPtr>& dns() const { return m_dns; }
    const std::vector<NetworkHttpPtr>& http() const { return m_http; }

    void addSignature(const OntologySignaturePtr& signature) { m_signatures.push_back(signature); }
    const std::vector<OntologySignaturePtr>& signatures() const { return m_signatures; }

    void addSandbox(const SandboxPtr& sandbox) { m_sandboxes.push_back(sandbox); }
    const std::vector<SandboxPtr>& sandboxes() const { return m_sandboxes; }
    // The analysis at hand: the last sandbox; null before analysis information was read.
    SandboxPtr sandbox() const { return m_sandboxes.empty() ? nullptr : m_sandboxes.back(); }

    // Builds the process tree, gives each object its tree id, and returns the names of suspicious patterns found in the
    // tree's roots after safe leaves are gone, in order, one entry a hit.
    std::vector<std::string> inspectProcessTree(const std::unordered_set<std::string>& safeTreeIds);
    // Removes safe processes with their network and signatures, and puts the analysis' times where none are known. Gives
    // those that had to go without being safe: they stand too deep in the tree.
    std::vector<OntologyProcessPtr> finish(const std::unordered_set<std::string>& safeTreeIds);

    json::Object toJson() const;
    // The same, giving back the memory of each object as it goes: nothing is left then.
    json::Object takeJson();

private:
    // The processes of one pid, and what tells a further one from them without a look at each.
    struct SamePid {
        std::vector<OntologyProcessPtr> processes;
        OntologyProcessPtr first; // in order of addition
        const OntologyProcess* firstToEnd = nullptr;
        const OntologyProcess* lastToStart = nullptr;
    };
    using ProcessesByPid = std::unordered_map<json::Value, SamePid, json::ValueHash>;

    void fill(OntologyProcess& process, const ProcessFields& fields);
    void setParent(const OntologyProcessPtr& child, const OntologyProcessPtr& parent);
    bool isNew(const OntologyProcess& process) const;
    bool runsAtAnotherTime(const OntologyProcess& process) const;
    void linkParent(const OntologyProcessPtr& process);
    void linkChildren(const OntologyProcessPtr& process);
    void index(const OntologyProcessPtr& process);
    void setObjectTree(const std::string& guid, const std::string& treeId, const std::string& processTree);
    std::vector<OntologyProcessPtr> removeSafe(const std::unordered_set<std::string>& safeTreeIds);
    void settleTimes(ObjectId& id) const;
    void settleTimes(OntologyProcess& process) const;
    const Sandbox* sandboxOf(const std::optional<std::string>& session) const;

    std::string m_serviceName;
    std::vector<OntologyProcessPtr> m_processes;
    std::vector<NetworkConnectionPtr> m_connections;
    std::vector<NetworkDnsPtr> m_dns;
    std::vector<NetworkHttpPtr> m_http;
    std::vector<OntologySignaturePtr> m_signatures;
    std::vector<SandboxPtr> m_sandboxes;
    std::unordered_map<std::string, OntologyProcessPtr> m_byGuid;
    std::unordered_map<std::string, NetworkConnectionPtr> m_connectionByGuid;
    ProcessesByPid m_byPid;
    ProcessesByPid m_byParentPid;
    std::unordered_map<std::string, std::size_t> m_firstConnection; // by what connectionByDetails asks for: its place
    std::unordered_map<const NetworkHttp*, NetworkConnectionPtr> m_connectionByHttp;
    std::unordered_map<std::size_t, std::vector<NetworkHttpPtr>> m_httpByRequest; // by hash
    std::unordered_map<std::string, NetworkHttpPtr> m_httpByPath;
    std::unordered_set<const ObjectId*> m_objectIds; // of the processes added
};

} // namespace core
