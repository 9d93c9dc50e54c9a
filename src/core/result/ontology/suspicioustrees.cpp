// SPDX-License-Identifier: GPL-3.0-or-later
// Which process trees look like an attack: assemblyline_service_utilities' process tree inspection.
#include "core/ioc/regex.h"
#include "core/reference/processtrees.h"
#include "core/result/ontology/ontology.h"
#include "core/result/ontology/processtree.h"

#include <algorithm>
#include <unordered_set>

namespace core {

namespace {

constexpr std::string_view Suspicious = "Suspicious_Patterns";
constexpr std::string_view Lolbas = "Lolbas_Patterns";
constexpr std::string_view Remote = "Suspicious_Remote_Patterns";

Regex anyOf(std::span<const std::string_view> patterns)
{
    std::string joined;
    for (const std::string_view pattern : patterns) {
        joined += joined.empty() ? "" : "|";
        joined += pattern;
    }
    return Regex(joined);
}

bool holdsAny(std::string_view tree, std::span<const std::string_view> names)
{
    return std::ranges::any_of(names, [&](std::string_view name) { return tree.contains(name); });
}

// The service hashes its patterns as if they were trees; only a tree that reads like one is ever met.
const std::unordered_set<std::string>& suspiciousTreeIds()
{
    static const std::unordered_set<std::string> ids = [] {
        std::unordered_set<std::string> hashed;
        for (const std::string_view pattern : reference::suspiciousTreePatterns()) {
            hashed.insert(treeIdOf(pattern));
        }
        return hashed;
    }();
    return ids;
}

void inspect(std::string_view tree, std::vector<std::string>& hits)
{
    static const Regex harmless = anyOf(reference::harmlessProcessPatterns());
    static const Regex children = anyOf(reference::suspiciousChildPatterns());
    static const Regex subprocesses = anyOf(reference::suspiciousSubprocessPatterns());
    if (harmless.contains(tree)) {
        return;
    }
    if (children.contains(tree) || subprocesses.contains(tree)) {
        hits.emplace_back(Suspicious);
        return;
    }
    if (holdsAny(tree, reference::lolbasProcesses())) {
        hits.emplace_back(Lolbas);
    }
    for (const std::string_view office : reference::officeProcesses()) {
        if (tree.contains(office) && holdsAny(tree, reference::lolbasSubprocesses())) {
            hits.emplace_back(Suspicious);
        }
    }
    if (holdsAny(tree, reference::remotingProcesses())) {
        hits.emplace_back(Remote);
    }
}

} // namespace

std::vector<std::string> ProcessTree::suspiciousPatterns() const
{
    std::vector<std::string> hits;
    for (const std::size_t root : m_roots) {
        const Node& node = m_nodes[root];
        if (!node.isProcess) {
            continue;
        }
        if (suspiciousTreeIds().contains(node.treeId)) {
            hits.emplace_back(Suspicious);
        }
        inspect(node.processTree, hits);
    }
    return hits;
}

std::vector<std::string> Ontology::inspectProcessTree(const std::unordered_set<std::string>& safeTreeIds)
{
    ProcessTree tree(m_processes, m_connections);
    tree.visit([this](const ProcessTree::Placed& placed) {
        setObjectTree(placed.guid, placed.treeId, placed.processTree);
    });
    tree.removeSafeLeaves(safeTreeIds);
    return tree.suspiciousPatterns();
}

void Ontology::setObjectTree(const std::string& guid, const std::string& treeId, const std::string& processTree)
{
    ObjectIdPtr id;
    if (const OntologyProcessPtr process = processByGuid(guid)) {
        id = process->objectId;
    } else if (const auto found = m_connectionByGuid.find(guid); found != m_connectionByGuid.end()) {
        id = found->second->objectId;
    }
    if (id && !id->treeId) {
        id->treeId = treeId;
    }
    if (id && !id->processTree) {
        id->processTree = processTree;
    }
}

} // namespace core
