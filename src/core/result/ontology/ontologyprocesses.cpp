// SPDX-License-Identifier: GPL-3.0-or-later
// The processes of the ontology: which are new, and who is whose parent.
#include "core/result/ontology/ontology.h"

#include <QString>

#include <algorithm>

namespace core {

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

void fillNumber(std::optional<std::int64_t>& have, const std::optional<std::int64_t>& said)
{
    if (!have) {
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
    fillNumber(have.pid, fields.pid);
    fillNumber(have.ppid, fields.ppid);
    fillText(have.commandLine, fields.commandLine);
    fillText(have.parentImage, fields.parentImage);
    fillText(have.parentCommandLine, fields.parentCommandLine);
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
    if (!guid && !process.fields.pid) {
        return false;
    }
    if (guid && m_byGuid.contains(*guid)) {
        return false;
    }
    const bool pidKnown = process.fields.pid && m_byPid.contains(*process.fields.pid);
    return !pidKnown || runsAtAnotherTime(process);
}

bool Ontology::runsAtAnotherTime(const OntologyProcess& process) const
{
    const ProcessFields& mine = process.fields;
    return std::ranges::any_of(m_byPid.at(*mine.pid), [&](const OntologyProcessPtr& other) {
        const ProcessFields& its = other->fields;
        const bool sameTime = its.startTime == mine.startTime && its.endTime == mine.endTime;
        return !sameTime && (mine.startTime >= its.endTime || mine.endTime <= its.startTime);
    });
}

void Ontology::index(const OntologyProcessPtr& process)
{
    const auto remember = [&](ProcessesByPid& map, std::optional<std::int64_t> pid) {
        if (pid) {
            std::vector<OntologyProcessPtr>& known = map[*pid];
            if (known.empty() || known.back() != process) {
                known.push_back(process);
            }
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
    if (!child->fields.parentCommandLine) {
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
    if (process->fields.ppid.value_or(0) != 0 && process->fields.startTime) {
        setParent(process, processByPidAndTime(process->fields.ppid, process->fields.startTime));
    }
}

void Ontology::linkChildren(const OntologyProcessPtr& process)
{
    if (process->fields.pid.value_or(0) == 0 || !process->fields.startTime) {
        return;
    }
    const auto children = m_byParentPid.find(*process->fields.pid);
    if (children == m_byParentPid.end()) {
        return;
    }
    for (const OntologyProcessPtr& child : children->second) {
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

OntologyProcessPtr Ontology::processByPid(std::optional<std::int64_t> pid) const
{
    const auto found = m_byPid.find(pid.value_or(0));
    if (pid.value_or(0) == 0 || found == m_byPid.end()) {
        return nullptr;
    }
    return *std::ranges::min_element(found->second, {}, &OntologyProcess::order);
}

OntologyProcessPtr Ontology::processByPidAndTime(
    std::optional<std::int64_t> pid, const std::optional<std::string>& time) const
{
    const auto found = m_byPid.find(pid.value_or(0));
    if (!pid || !time || found == m_byPid.end()) {
        return nullptr;
    }
    OntologyProcessPtr only;
    for (const OntologyProcessPtr& process : found->second) {
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
