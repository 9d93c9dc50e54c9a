// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result/ontology/objects.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace core {

// The tree id of a process tree written as tags joined by "|": each process' hash is taken over its parent's and its
// tag.
std::string treeIdOf(std::string_view processTree);

// The tree of processes, with the network connections of each as leaves, in order of time. Nothing is appended any more
// once a branch is 10 deep: samples that inject themselves for ever would otherwise make it endless.
class ProcessTree {
public:
    ProcessTree(const std::vector<OntologyProcessPtr>& processes, const std::vector<NetworkConnectionPtr>& connections);

    // An object that the tree holds, with its place in it.
    struct Placed {
        const std::string& guid;
        const std::string& treeId;
        const std::string& processTree;
    };
    // From the roots down, each before its children.
    void visit(const std::function<void(const Placed&)>& visitor) const;

    // Cuts off leaves whose tree id is known to be harmless, and then their parents that have become leaves.
    void removeSafeLeaves(const std::unordered_set<std::string>& safeTreeIds);

    // The objects at the top, in order.
    std::vector<std::string> rootGuids() const;

    // The names of the suspicious patterns that the roots show, one entry a hit, in order.
    std::vector<std::string> suspiciousPatterns() const;

private:
    struct Node {
        ObjectIdPtr id;
        ObjectIdPtr parent;
        std::string treeId;
        std::string processTree;
        bool isProcess = false;
        std::int64_t time = 0;
        int depth = 1;
        std::vector<std::size_t> children;
    };

    void addNode(const ObjectIdPtr& id, const ObjectIdPtr& parent, bool isProcess);
    void sortByTime();
    void sortByRelationship();
    void build();
    void giveTreeIds(std::size_t at, const std::string& parentTreeId, const std::string& parentTree);
    bool isSafeBranch(std::size_t at, const std::unordered_set<std::string>& safeTreeIds);

    std::vector<Node> m_nodes;
    std::vector<std::size_t> m_roots;
};

} // namespace core
