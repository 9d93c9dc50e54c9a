// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to the ontology once it is complete.
#include "core/result/ontology/ontology.h"

#include <algorithm>

namespace core {

namespace {

constexpr std::string_view Epoch = "1970-01-01 00:00:00.000000";

template <typename Object>
void removeThose(std::vector<std::shared_ptr<Object>>& objects, const std::unordered_set<const Object*>& gone)
{
    std::erase_if(objects, [&](const std::shared_ptr<Object>& object) { return gone.contains(object.get()); });
}

} // namespace

std::vector<OntologyProcessPtr> Ontology::finish(const std::unordered_set<std::string>& safeTreeIds)
{
    std::vector<OntologyProcessPtr> tooDeep = removeSafe(safeTreeIds);
    for (const OntologyProcessPtr& process : m_processes) {
        settleTimes(*process);
    }
    for (const OntologySignaturePtr& signature : m_signatures) {
        for (const SignatureAttribute& attribute : signature->attributes) {
            settleTimes(*attribute.source);
        }
    }
    for (const NetworkConnectionPtr& connection : m_connections) {
        if (connection->process) {
            settleTimes(*connection->process);
        }
    }
    return tooDeep;
}

std::vector<OntologyProcessPtr> Ontology::removeSafe(const std::unordered_set<std::string>& safeTreeIds)
{
    // A process beyond the tree's greatest depth has no tree id; the service drops it like a safe one.
    const auto isSafe = [&](const ObjectId& id) { return !id.treeId || safeTreeIds.contains(*id.treeId); };
    std::unordered_set<const OntologyProcess*> processes;
    std::unordered_set<const ObjectId*> ids;
    std::vector<OntologyProcessPtr> tooDeep;
    for (const OntologyProcessPtr& process : m_processes) {
        if (isSafe(*process->objectId)) {
            if (!process->objectId->treeId) {
                tooDeep.push_back(process);
            }
            processes.insert(process.get());
            ids.insert(process->objectId.get());
        }
    }
    std::unordered_set<const NetworkConnection*> connections;
    std::unordered_set<const NetworkHttp*> http;
    std::unordered_set<const NetworkDns*> dns;
    for (const NetworkConnectionPtr& connection : m_connections) {
        if (connection->process && processes.contains(connection->process.get())) {
            connections.insert(connection.get());
            http.insert(connection->http.get());
            dns.insert(connection->dns.get());
        }
    }
    std::unordered_set<const OntologySignature*> signatures;
    for (const OntologySignaturePtr& signature : m_signatures) {
        // A signature without attributes goes with any safe process: that is how the service tells.
        const std::vector<SignatureAttribute>& attributes = signature->attributes;
        const bool oneSource = std::ranges::all_of(attributes,
            [&](const SignatureAttribute& attribute) { return attribute.source == attributes.front().source; });
        if (!ids.empty() && oneSource && (attributes.empty() || ids.contains(attributes.front().source.get()))) {
            signatures.insert(signature.get());
        }
    }
    removeThose(m_http, http);
    removeThose(m_dns, dns);
    removeThose(m_connections, connections);
    removeThose(m_signatures, signatures);
    removeThose(m_processes, processes);
    return tooDeep;
}

const Sandbox* Ontology::sandboxOf(const std::optional<std::string>& session) const
{
    const auto found = std::ranges::find_if(
        m_sandboxes, [&](const SandboxPtr& sandbox) { return sandbox->objectId->session == session; });
    return found == m_sandboxes.end() ? nullptr : found->get();
}

void Ontology::settleTimes(ObjectId& id) const
{
    const Sandbox* sandbox = sandboxOf(id.session);
    if (!sandbox) {
        return;
    }
    if (id.timeObserved == MinTime) {
        id.timeObserved = sandbox->startTime == MinTime ? std::string(Epoch) : sandbox->startTime;
    } else if (id.timeObserved == MaxTime) {
        id.timeObserved = sandbox->endTime;
    }
}

void Ontology::settleTimes(OntologyProcess& process) const
{
    const Sandbox* sandbox = sandboxOf(process.objectId->session);
    if (!sandbox) {
        return;
    }
    if (process.fields.startTime == MinTime) {
        process.fields.startTime = sandbox->startTime == MinTime ? std::string(Epoch) : sandbox->startTime;
    }
    if (process.fields.endTime == MaxTime) {
        process.fields.endTime = sandbox->endTime;
    }
    settleTimes(*process.objectId);
    if (process.parentObjectId) {
        settleTimes(*process.parentObjectId);
    }
}

} // namespace core
