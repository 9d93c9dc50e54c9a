// SPDX-License-Identifier: GPL-3.0-or-later
// The processes of the ontology: which are new, and who is whose parent.
#include "core/result/ontology/ontology.h"

#include "core/json/python.h"

#include <QString>

#include <algorithm>

namespace core {

using json::python::truthy;

namespace {

std::string inUpperCase(std::string_view guid)
{
    std::string upper(guid);
    std::ranges::transform(upper, upper.begin(), [](char c) { return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c; });
    return upper;
}

bool isEmptyText(const std::optional<std::string>& text)
{
    return !text || text->empty() || *text == MinTime || *text == MaxTime;
}

void fillText(std::optional<std::string>& have, const std::optional<std::string>& said)
{
    if (said && !said->empty() && isEmptyText(have)) {
        have = said;
    }
}

bool isNotSaid(const json::Value& value)
{
    return value.isNull() || value == json::Value("");
}

void fillValue(json::Value& have, const json::Value& said)
{
    const bool isEmpty = isNotSaid(have) || ((have.isArray() || have.isObject()) && have.size() == 0);
    if (isEmpty && !isNotSaid(said)) {
        have = said;
    }
}

void fillList(std::optional<json::Array>& have, const std::optional<json::Array>& said)
{
    if (said && (!have || have->empty())) {
        have = said;
    }
}

// Times are compared as text, as the service does.
bool ranAt(const OntologyProcess& process, std::string_view time)
{
    return time <= process.fields.endTime.value_or(std::string()) && time >= process.fields.startTime.value_or("");
}

} // namespace

OntologyProcessPtr Ontology::createProcess(ObjectIdPtr objectId, const ProcessFields& fields)
{
    const bool enough
        = objectId && fields.image && !fields.image->empty() && fields.startTime && !fields.startTime->empty();
    if (!enough) {
        return nullptr;
    }
    auto process = std::make_shared<OntologyProcess>();
    process->objectId = std::move(objectId);
    fill(*process, fields);
    if (!process->objectId->timeObserved) {
        process->objectId->timeObserved = process->fields.startTime;
    }
    if (!process->objectId->guid) {
        process->objectId->guid = randomGuid();
    }
    if (!process->fields.endTime) {
        process->fields.endTime = MaxTime;
    }
    return process;
}

void Ontology::fill(OntologyProcess& process, const ProcessFields& fields)
{
    ProcessFields& have = process.fields;
    fillText(have.image, fields.image);
    fillText(have.startTime, fields.startTime);
    fillText(have.endTime, fields.endTime);
    fillValue(have.pid, fields.pid);
    fillValue(have.ppid, fields.ppid);
    fillValue(have.commandLine, fields.commandLine);
    fillText(have.parentImage, fields.parentImage);
    fillValue(have.parentCommandLine, fields.parentCommandLine);
    if (fields.integrityLevel) {
        fillText(have.integrityLevel, QString::fromStdString(*fields.integrityLevel).toLower().toStdString());
    }
    fillText(have.imageHash, fields.imageHash);
    fillText(have.originalFileName, fields.originalFileName);
    fillList(have.loadedModules, fields.loadedModules);
    fillList(have.servicesInvolved, fields.servicesInvolved);
}

bool Ontology::addProcess(const OntologyProcessPtr& process)
{
    if (!isNew(*process)) {
        return false;
    }
    if (process->objectId->guid) {
        m_byGuid[inUpperCase(*process->objectId->guid)] = process;
    }
    linkParent(process);
    linkChildren(process);
    process->order = m_processes.size();
    m_processes.push_back(process);
    m_objectIds.insert(process->objectId.get());
    index(process);
    return true;
}

bool Ontology::isNew(const OntologyProcess& process) const
{
    const std::optional<std::string>& guid = process.objectId->guid;
    if (!guid && process.fields.pid.isNull()) {
        return false;
    }
    if (guid && m_byGuid.contains(*guid)) {
        return false;
    }
    return !m_byPid.contains(process.fields.pid) || runsAtAnotherTime(process);
}

// Whether one of the processes with its pid ended before it began, or began after it ended.
bool Ontology::runsAtAnotherTime(const OntologyProcess& process) const
{
    const ProcessFields& mine = process.fields;
    const SamePid& others = m_byPid.at(mine.pid);
    if (mine.startTime < mine.endTime) {
        return mine.startTime >= others.firstToEnd->fields.endTime || mine.endTime <= others.lastToStart->fields.startTime;
    }
    // One that takes no time is apart from all but those of exactly that time.
    return std::ranges::any_of(others.processes, [&](const OntologyProcessPtr& other) {
        const ProcessFields& its = other->fields;
        const bool sameTime = its.startTime == mine.startTime && its.endTime == mine.endTime;
        return !sameTime && (mine.startTime >= its.endTime || mine.endTime <= its.startTime);
    });
}

void Ontology::index(const OntologyProcessPtr& process)
{
    const auto remember = [&](ProcessesByPid& map, const json::Value& pid) {
        if (pid.isNull()) {
            return;
        }
        SamePid& same = map[pid];
        if (same.processes.empty() || same.processes.back() != process) {
            same.processes.push_back(process);
        }
        const ProcessFields& fields = process->fields;
        if (!same.first || process->order < same.first->order) {
            same.first = process;
        }
        if (!same.firstToEnd || fields.endTime < same.firstToEnd->fields.endTime) {
            same.firstToEnd = process.get();
        }
        if (!same.lastToStart || fields.startTime > same.lastToStart->fields.startTime) {
            same.lastToStart = process.get();
        }
    };
    remember(m_byPid, process->fields.pid);
    remember(m_byParentPid, process->fields.ppid);
}

void Ontology::setParent(const OntologyProcessPtr& child, const OntologyProcessPtr& parent)
{
    if (!parent || parent == child) {
        return;
    }
    child->parentObjectId = parent->objectId;
    child->fields.parentImage = parent->fields.image;
    if (child->fields.parentCommandLine.isNull()) {
        child->fields.parentCommandLine = parent->fields.commandLine;
    }
    const bool moved = child->fields.ppid != parent->fields.pid;
    child->fields.ppid = parent->fields.pid;
    if (moved && m_objectIds.contains(child->objectId.get())) {
        index(child);
    }
}

void Ontology::linkParent(const OntologyProcessPtr& process)
{
    if (truthy(process->fields.ppid) && process->fields.startTime) {
        setParent(process, processByPidAndTime(process->fields.ppid, process->fields.startTime));
    }
}

void Ontology::linkChildren(const OntologyProcessPtr& process)
{
    if (!truthy(process->fields.pid) || !process->fields.startTime) {
        return;
    }
    const auto children = m_byParentPid.find(process->fields.pid);
    if (children == m_byParentPid.end()) {
        return;
    }
    for (const OntologyProcessPtr& child : children->second.processes) {
        if (child->fields.ppid == process->fields.pid && ranAt(*child, *process->fields.startTime)) {
            setParent(child, process);
        }
    }
}

bool Ontology::updateProcess(
    std::string_view guid, const ProcessFields& fields, std::optional<std::string_view> parentGuid)
{
    const OntologyProcessPtr process = processByGuid(guid);
    if (!process) {
        return false;
    }
    fill(*process, fields);
    index(process);
    const bool parentKnown = process->parentObjectId && m_objectIds.contains(process->parentObjectId.get());
    if (parentGuid && !parentGuid->empty() && !parentKnown) {
        setParent(process, processByGuid(*parentGuid));
    }
    return true;
}

bool Ontology::hasGuid(std::string_view guid) const
{
    const std::optional<std::string> normalized = normalizedGuid(guid);
    return normalized && m_byGuid.contains(*normalized);
}

OntologyProcessPtr Ontology::processByGuid(std::string_view guid) const
{
    const auto found = m_byGuid.find(inUpperCase(guid));
    return found == m_byGuid.end() ? nullptr : found->second;
}

OntologyProcessPtr Ontology::processByGuid(const std::optional<std::string>& guid) const
{
    return guid ? processByGuid(std::string_view(*guid)) : nullptr;
}

OntologyProcessPtr Ontology::processByPid(const json::Value& pid) const
{
    const auto found = truthy(pid) ? m_byPid.find(pid) : m_byPid.end();
    return found == m_byPid.end() ? nullptr : found->second.first;
}

OntologyProcessPtr Ontology::processByPidAndTime(
    const json::Value& pid, const std::optional<std::string>& time) const
{
    const auto found = m_byPid.find(pid);
    if (!time || found == m_byPid.end()) {
        return nullptr;
    }
    OntologyProcessPtr only;
    for (const OntologyProcessPtr& process : found->second.processes) {
        if (ranAt(*process, *time)) {
            if (only) {
                return nullptr;
            }
            only = process;
        }
    }
    return only;
}

} // namespace core
