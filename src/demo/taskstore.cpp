// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/taskstore.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

bool fits(const Task& task, const Machine& machine)
{
    if (!task.wantedMachine.isEmpty()) {
        return machine.name == task.wantedMachine;
    }
    if (machine.platform != task.platform || machine.reserved) {
        return false;
    }
    return std::ranges::all_of(task.tags, [&](const QString& tag) { return machine.tags.contains(tag); });
}

bool goesBefore(const Task* a, const Task* b)
{
    return a->priority != b->priority ? a->priority > b->priority : a->id < b->id;
}

// When the state that the task is in ends, of a task that a machine has or had.
QDateTime endOfState(const Task& task)
{
    return task.state == TaskState::Running ? task.analysed : task.finished;
}

} // namespace

void TaskStore::advance(const QDateTime& now, const Pace& pace, const QList<Machine>& machines)
{
    // In the order of time: a task that ends frees the machine for one that starts then.
    while (finishNext(now) || startNext(now, pace, machines)) { }
}

bool TaskStore::finishNext(const QDateTime& now)
{
    Task* next = nullptr;
    for (Task& task : m_tasks) {
        const bool isUnderWay = task.state == TaskState::Running || task.state == TaskState::Completed;
        if (isUnderWay && endOfState(task) <= now && (!next || endOfState(task) < endOfState(*next))) {
            next = &task;
        }
    }
    if (!next) {
        return false;
    }
    if (next->state == TaskState::Running) {
        endAnalysis(*next);
    } else {
        endProcessing(*next);
    }
    return true;
}

bool TaskStore::startNext(const QDateTime& now, const Pace& pace, const QList<Machine>& machines)
{
    QList<Task*> waiting;
    for (Task& task : m_tasks) {
        if (task.state == TaskState::Pending && task.added.addDuration(pace.pending) <= now) {
            waiting.append(&task);
        }
    }
    std::ranges::sort(waiting, goesBefore);
    for (Task* task : waiting) {
        if (task->failure == Failure::Banned) {
            task->state = TaskState::Banned;
            return true;
        }
        for (const Machine& machine : machines) {
            if (runningOn(machine.name) || !fits(*task, machine)) {
                continue;
            }
            const QDateTime ready = task->added.addDuration(pace.pending);
            const QDateTime free = m_lastUse.value(machine.name);
            start(*task, machine, free.isValid() ? std::max(ready, free) : ready, pace);
            return true;
        }
    }
    return false;
}

void TaskStore::start(Task& task, const Machine& machine, const QDateTime& at, const Pace& pace)
{
    task.state = TaskState::Running;
    task.machine = machine;
    task.guestId = ++m_lastGuest;
    task.started = at;
    task.analysed = at.addDuration(pace.running);
    task.finished = task.analysed.addDuration(pace.completed);
    m_lastUse[machine.name] = at;
}

void TaskStore::endAnalysis(Task& task)
{
    m_lastUse[task.machine->name] = task.analysed;
    if (task.failure == Failure::Analysis) {
        setState(task.id, TaskState::FailedAnalysis, u"The analysis hit the critical timeout, terminating."_s);
    } else if (task.failure == Failure::Guest) {
        setState(task.id, TaskState::FailedAnalysis,
            u"it appears that this Virtual Machine hasn't been configured properly as the CAPE Host wasn't able to "
            "connect to the Guest."_s);
    } else if (task.failure == Failure::Recovered) {
        recover(task);
    } else {
        task.state = TaskState::Completed;
    }
}

void TaskStore::endProcessing(Task& task)
{
    if (task.failure == Failure::Processing) {
        setState(task.id, TaskState::FailedProcessing, u"The processing of the results failed."_s);
    } else if (task.failure == Failure::Reporting) {
        setState(task.id, TaskState::FailedReporting, u"The report could not be written."_s);
    } else if (task.failure == Failure::Vanished) {
        remove(task.id);
    } else {
        setState(task.id, TaskState::Reported);
    }
}

// As the server does it: the new task asks for the same, and the old one names it.
void TaskStore::recover(const Task& task)
{
    const int old = task.id;
    const int successor = repeat(task, task.analysed);
    m_tasks[old].state = TaskState::Recovered;
    m_tasks[old].custom = u"Recovery_%1"_s.arg(successor);
}

int TaskStore::repeat(const Task& task, const QDateTime& now)
{
    Task next = task;
    next.state = TaskState::Pending;
    next.failure.reset();
    next.added = now;
    next.started = next.analysed = next.finished = QDateTime();
    next.machine.reset();
    next.guestId = 0;
    next.errors.clear();
    return add(std::move(next));
}

int TaskStore::add(Task task)
{
    task.id = ++m_lastTask;
    if (task.sample) {
        int& sampleId = m_samples[task.sample->sha256];
        if (sampleId == 0) {
            sampleId = int(m_samples.size());
        }
        task.sample->id = sampleId;
    }
    m_tasks.insert(task.id, std::move(task));
    return m_lastTask;
}

const Task* TaskStore::find(qint64 id) const
{
    const auto found = id > 0 && id <= m_lastTask ? m_tasks.constFind(int(id)) : m_tasks.constEnd();
    return found == m_tasks.constEnd() ? nullptr : &*found;
}

std::optional<int> TaskStore::successorOf(const Task& task)
{
    static const QRegularExpression form(u"^Recovery_([0-9]{1,9})$"_s);
    const QRegularExpressionMatch match = form.match(task.custom);
    const bool isReplaced = task.state == TaskState::Recovered && match.hasMatch();
    return isReplaced ? std::optional(match.captured(1).toInt()) : std::nullopt;
}

bool TaskStore::remove(int id)
{
    return m_tasks.remove(id) > 0;
}

QList<const Task*> TaskStore::findBySha256(const QString& sha256) const
{
    const QList<QString> children = m_children.values(sha256);
    QList<const Task*> found;
    for (const Task& task : m_tasks) {
        if (task.sample && (task.sample->sha256 == sha256 || children.contains(task.sample->sha256))) {
            found.prepend(&task);
        }
    }
    return found;
}

QString TaskStore::sha256Of(const QString& hash) const
{
    for (const Task& task : m_tasks) {
        if (task.sample && (task.sample->md5 == hash || task.sample->sha1 == hash)) {
            return task.sample->sha256;
        }
    }
    return hash;
}

bool TaskStore::knowsSample(const QString& sha256) const
{
    return m_samples.contains(sha256) || m_children.contains(sha256);
}

void TaskStore::setParent(const QString& childSha256, const QString& parentSha256)
{
    if (!m_children.contains(parentSha256, childSha256)) {
        m_children.insert(parentSha256, childSha256);
    }
}

void TaskStore::setState(int id, TaskState state, const QString& error)
{
    const auto found = m_tasks.find(id);
    if (found == m_tasks.end()) {
        return;
    }
    found->state = state;
    if (!error.isEmpty()) {
        found->errors.append(error);
    }
    if (state == TaskState::Reported) {
        found->counts = m_countReport(*found);
    }
}

void TaskStore::finishNow(int id, const QDateTime& now, const Pace& pace)
{
    if (const auto found = m_tasks.find(id); found != m_tasks.end() && found->state == TaskState::Running) {
        found->analysed = now;
        found->finished = now.addDuration(pace.completed);
    }
}

void TaskStore::startNow(int id, const Machine& machine, const QDateTime& now, const Pace& pace)
{
    if (const auto found = m_tasks.find(id); found != m_tasks.end()) {
        start(*found, machine, now, pace);
    }
}

void TaskStore::setFailure(int id, std::optional<Failure> failure)
{
    if (const auto found = m_tasks.find(id); found != m_tasks.end()) {
        found->failure = failure;
    }
}

int TaskStore::count(TaskState state) const
{
    return int(std::ranges::count(m_tasks, state, &Task::state));
}

const Task* TaskStore::runningOn(const QString& machine) const
{
    const auto runs = [&](const Task& task) {
        return task.state == TaskState::Running && task.machine && task.machine->name == machine;
    };
    const auto found = std::ranges::find_if(m_tasks, runs);
    return found == m_tasks.end() ? nullptr : &*found;
}

} // namespace demo
