// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/oldsections.h"

#include "core/json/python.h"
#include "core/json/reader.h"

#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace core::bundle {

namespace {

constexpr int deepestTree = 64;

// The processes by parent, so that the tree is built in one pass; a cycle of parents is cut where it closes.
class ProcessTree {
public:
    ProcessTree(const json::Array& processes, const json::Array& signatures)
    {
        for (const json::Value& process : processes) {
            m_pids.insert(process["pid"].toInteger(-1));
        }
        for (const json::Value& process : processes) {
            const std::int64_t parent = process["ppid"].toInteger(-1);
            const bool hasParent = m_pids.contains(parent) && parent != process["pid"].toInteger(-1);
            (hasParent ? m_children[parent] : m_roots).push_back(&process);
        }
        for (const json::Value& signature : signatures) {
            for (const json::Value& pid : signature["pid"].toArray()) {
                m_signatures[pid.toInteger(-1)].set(signature["name"].toString(), signature["score"]);
            }
        }
        // Processes that are their own ancestors have no root; the first of each cycle becomes one.
        for (const json::Value& process : processes) {
            if (!isReached(process)) {
                m_roots.push_back(&process);
            }
        }
    }

    json::Array build()
    {
        json::Array roots;
        for (const json::Value* root : m_roots) {
            if (m_built.insert(root).second) {
                roots.push_back(node(*root, 0));
            }
        }
        return roots;
    }

private:
    bool isReached(const json::Value& process)
    {
        if (m_reached.empty()) {
            std::vector<const json::Value*> open = m_roots;
            while (!open.empty()) {
                const json::Value* next = open.back();
                open.pop_back();
                if (!m_reached.insert(next).second) {
                    continue;
                }
                for (const json::Value* child : m_children[(*next)["pid"].toInteger(-1)]) {
                    open.push_back(child);
                }
            }
        }
        return m_reached.contains(&process);
    }

    json::Value node(const json::Value& process, int depth)
    {
        const std::int64_t pid = process["pid"].toInteger(-1);
        json::Array children;
        if (depth < deepestTree) {
            for (const json::Value* child : m_children[pid]) {
                if (m_built.insert(child).second) {
                    children.push_back(node(*child, depth + 1));
                }
            }
        }
        const auto found = m_signatures.find(pid);
        return json::Object{{"process_pid", pid}, {"process_name", json::python::str(process["image"])},
            {"command_line", process["command_line"]},
            {"signatures", found == m_signatures.end() ? json::Object() : found->second},
            {"children", std::move(children)}, {"network_count", 0}, {"file_count", process["file_count"].toInteger()},
            {"registry_count", process["registry_count"].toInteger()}, {"safelisted", process["safelisted"].toBool()}};
    }

    std::unordered_set<std::int64_t> m_pids;
    std::unordered_map<std::int64_t, std::vector<const json::Value*>> m_children;
    std::unordered_map<std::int64_t, json::Object> m_signatures;
    std::vector<const json::Value*> m_roots;
    std::unordered_set<const json::Value*> m_reached;
    std::unordered_set<const json::Value*> m_built;
};

json::Value tableBelow(const json::Object& section, const char* title, const json::Array& rows)
{
    return json::Object{{"auto_collapse", true}, {"body", json::dump(rows)}, {"body_format", "TABLE"},
        {"body_config", json::Object()}, {"classification", section["classification"]},
        {"depth", section["depth"].toInteger() + 1}, {"heuristic", nullptr}, {"tags", json::Object()},
        {"safelisted_tags", json::Object()}, {"title_text", title}, {"promote_to", nullptr}};
}

// The members of each object that a table shows, in this order.
json::Array rowsOf(const json::Value& items, std::initializer_list<const char*> columns)
{
    json::Array rows;
    for (const json::Value& item : items.toArray()) {
        json::Object row;
        for (const char* column : columns) {
            row.append(column, item[column]);
        }
        rows.emplace_back(std::move(row));
    }
    return rows;
}

} // namespace

json::Array replaceSandboxBody(json::Object& section)
{
    const auto body = json::parse(section["body"].toString());
    if (!body) {
        return {};
    }
    const json::Array tree = ProcessTree((*body)["processes"].toArray(), (*body)["signatures"].toArray()).build();
    section.set("body_format", tree.empty() ? "TEXT" : "PROCESS_TREE");
    section.set("body", tree.empty() ? json::Value() : json::Value(json::dump(tree)));

    json::Array below;
    const auto connections = rowsOf((*body)["network_connections"],
        {"time_observed", "transport_layer_protocol", "connection_type", "direction", "source_ip", "source_port",
            "destination_ip", "destination_port", "process"});
    if (!connections.empty()) {
        below.push_back(tableBelow(section, "Network Connections", connections));
    }
    const auto signatures = rowsOf((*body)["signatures"], {"name", "score", "description", "pid"});
    if (!signatures.empty()) {
        below.push_back(tableBelow(section, "Signatures of Processes", signatures));
    }
    return below;
}

} // namespace core::bundle
