// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/ontology/processtree.h"

#include "core/reference/processtrees.h"
#include "core/result/isotime.h"

#include <QByteArray>
#include <QCryptographicHash>

#include <algorithm>
#include <optional>
#include <ranges>
#include <unordered_map>

namespace core {

namespace {

std::string sha256Hex(std::string_view text)
{
    const QByteArrayView bytes(text.data(), qsizetype(text.size()));
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString();
}

} // namespace

namespace {

const std::string& guidOf(const ObjectId& id)
{
    static const std::string none;
    return id.guid ? *id.guid : none;
}

} // namespace

std::string treeIdOf(std::string_view processTree)
{
    std::string treeId;
    for (std::size_t start = 0; start <= processTree.size();) {
        const std::size_t end = std::min(processTree.find('|', start), processTree.size());
        treeId = sha256Hex(treeId + std::string(processTree.substr(start, end - start)));
        start = end + 1;
    }
    return treeId;
}

ProcessTree::ProcessTree(
    const std::vector<OntologyProcessPtr>& processes, const std::vector<NetworkConnectionPtr>& connections)
{
    for (const OntologyProcessPtr& process : processes) {
        if (process->fields.startTime) {
            addNode(process->objectId, process->parentObjectId, true);
        }
    }
    for (const NetworkConnectionPtr& connection : connections) {
        if (connection->objectId->timeObserved) {
            addNode(connection->objectId, connection->process ? connection->process->objectId : nullptr, false);
        }
    }
    sortByTime();
    sortByRelationship();
    build();
    for (const std::size_t root : m_roots) {
        giveTreeIds(root, {}, {});
    }
}

std::vector<std::string> ProcessTree::rootGuids() const
{
    std::vector<std::string> guids;
    for (const std::size_t root : m_roots) {
        guids.push_back(guidOf(*m_nodes[root].id));
    }
    return guids;
}

void ProcessTree::addNode(const ObjectIdPtr& id, const ObjectIdPtr& parent, bool isProcess)
{
    Node node;
    node.id = id;
    node.parent = parent;
    node.isProcess = isProcess;
    node.time = parseTime(id->timeObserved.value_or(std::string())).value_or(0); // MinTime counts as 1970
    m_nodes.push_back(std::move(node));
}

void ProcessTree::sortByTime()
{
    std::ranges::stable_sort(m_nodes, {}, &Node::time);
}

// Among objects of the same time, parents go before their children: each object in turn is preceded by those of its
// ancestors that would come later.
void ProcessTree::sortByRelationship()
{
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        places.try_emplace(guidOf(*m_nodes[i].id), i);
    }
    std::vector<bool> taken(m_nodes.size());
    const auto laterParent = [&](std::size_t at) -> std::optional<std::size_t> {
        const Node& node = m_nodes[at];
        if (!node.parent || !node.parent->guid || node.parent->timeObserved != node.id->timeObserved) {
            return std::nullopt;
        }
        const auto place = places.find(*node.parent->guid);
        const bool found = place != places.end() && !taken[place->second]
            && m_nodes[place->second].id->timeObserved == node.parent->timeObserved;
        return found ? std::optional(place->second) : std::nullopt;
    };
    std::vector<Node> sorted;
    sorted.reserve(m_nodes.size());
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        std::vector<std::size_t> chain;
        for (std::optional<std::size_t> at = i; at && !taken[*at]; at = laterParent(*at)) {
            chain.push_back(*at);
            taken[*at] = true;
        }
        for (const std::size_t at : chain | std::views::reverse) {
            sorted.push_back(std::move(m_nodes[at]));
        }
    }
    m_nodes = std::move(sorted);
}

void ProcessTree::build()
{
    std::unordered_map<std::string, std::size_t> seen;
    int deepest = 0;
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        Node& node = m_nodes[i];
        const auto parent = node.parent && node.parent->guid ? seen.find(*node.parent->guid) : seen.end();
        if (parent == seen.end()) {
            m_roots.push_back(i);
        } else if (deepest < reference::processTreeDepthLimit()) {
            node.depth = m_nodes[parent->second].depth + 1;
            m_nodes[parent->second].children.push_back(i);
        }
        deepest = std::max(deepest, node.depth);
        seen.try_emplace(guidOf(*node.id), i);
    }
    std::ranges::stable_sort(m_roots, {}, [&](std::size_t at) { return m_nodes[at].time; });
}

void ProcessTree::giveTreeIds(std::size_t at, const std::string& parentTreeId, const std::string& parentTree)
{
    Node& node = m_nodes[at];
    node.treeId = sha256Hex(parentTreeId + node.id->tag);
    std::string above = parentTree;
    if (above.empty() && node.isProcess && node.parent) {
        above = node.parent->processTree.value_or(node.parent->tag);
    }
    node.processTree = above.empty() ? node.id->tag : above + '|' + node.id->tag;
    for (const std::size_t child : node.children) {
        giveTreeIds(child, node.treeId, node.processTree);
    }
}

void ProcessTree::visit(const std::function<void(const Placed&)>& visitor) const
{
    std::vector<std::size_t> open(m_roots.rbegin(), m_roots.rend());
    while (!open.empty()) {
        const Node& node = m_nodes[open.back()];
        open.pop_back();
        visitor({guidOf(*node.id), node.treeId, node.processTree});
        open.insert(open.end(), node.children.rbegin(), node.children.rend());
    }
}

// A node that has lost all its children carries the tree id of the last one, so that it is harmless in its turn.
bool ProcessTree::isSafeBranch(std::size_t at, const std::unordered_set<std::string>& safeTreeIds)
{
    Node& node = m_nodes[at];
    std::optional<std::string> lastRemoved;
    std::erase_if(node.children, [&](std::size_t child) {
        const bool safe = isSafeBranch(child, safeTreeIds);
        lastRemoved = safe ? m_nodes[child].treeId : lastRemoved;
        return safe;
    });
    if (node.children.empty() && lastRemoved) {
        node.treeId = *lastRemoved;
    }
    return node.children.empty() && safeTreeIds.contains(node.treeId);
}

void ProcessTree::removeSafeLeaves(const std::unordered_set<std::string>& safeTreeIds)
{
    std::erase_if(m_roots, [&](std::size_t root) { return isSafeBranch(root, safeTreeIds); });
}

} // namespace core
