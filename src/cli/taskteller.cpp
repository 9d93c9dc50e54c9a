// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/taskteller.h"

#include "net/profilestore.h"

#include <QRegularExpression>

#include <algorithm>
#include <chrono>
#include <utility>

namespace cli {

namespace {

using namespace std::chrono_literals;

constexpr auto LongestSilence = 30s;

// Whole seconds until then, at least 1.
qint64 secondsUntil(const QDateTime& time)
{
    return std::max<qint64>(1, QDateTime::currentDateTimeUtc().secsTo(time));
}

} // namespace

TaskTeller::TaskTeller(net::TaskQueue* queue, const net::ProfileStore* profiles, const Printer& printer)
    : m_queue(queue)
    , m_profiles(profiles)
    , m_printer(printer)
{
    connect(m_queue, &net::TaskQueue::taskAdded, this, &TaskTeller::onTask);
    connect(m_queue, &net::TaskQueue::taskChanged, this, &TaskTeller::onTask);
    connect(m_queue, &net::TaskQueue::serverChanged, this, &TaskTeller::onServer);
    connect(m_queue, &net::TaskQueue::storeFailed, this,
        [this](const core::Error& error) { m_printer.complain(wordsOf(error)); });
    connect(&m_silence, &QTimer::timeout, this, &TaskTeller::onSilence);
    m_silence.start(LongestSilence);
}

void TaskTeller::setWaitingFor(const QString& words)
{
    m_waitingFor = words;
    tell(QString(), words);
}

QString TaskTeller::serverOf(const net::TaskRecord& task) const
{
    const auto profile = m_profiles->profile(task.profileId);
    return profile ? profile->name : QString();
}

// A line that was told already is not told again; neither is one that differs in seconds only.
void TaskTeller::tell(const QString& about, const QString& line)
{
    if (line.isEmpty() || std::exchange(m_told[about], line) == line) {
        return;
    }
    m_printer.say(line);
    m_silence.start(LongestSilence);
}

// "sample.exe: task 12 on Lab, running"
QString TaskTeller::stepOf(const net::TaskRecord& task) const
{
    const QString phase = net::phaseName(task.phase);
    QString step = task.serverTaskId() == 0
        ? tr("%1: %2, for %3").arg(nameOf(task), phase, serverOf(task))
        : tr("%1: task %2 on %3, %4").arg(nameOf(task), QString::number(task.serverTaskId()), serverOf(task), phase);
    if (!task.remark.isEmpty()) {
        step += QStringLiteral(" (%1)").arg(task.remark);
    }
    return step;
}

QString TaskTeller::waitOf(const QString& reason, const QDateTime& until) const
{
    static const QRegularExpression namesATime(QStringLiteral("\\d+ s\\b"));
    if (!until.isValid() || namesATime.match(reason).hasMatch()) {
        return reason;
    }
    return tr("%1 Next try in %n s.", nullptr, int(secondsUntil(until))).arg(reason);
}

void TaskTeller::onTask(const QString& id)
{
    const auto task = m_queue->task(id);
    if (!task) {
        return;
    }
    m_waitingFor.clear();
    if (task->isReused && task->serverTaskId() != 0) {
        tell(id + QStringLiteral("/reuse"),
            tr("%1: %2 has task %3 of it already. That one is used, and nothing is uploaded.")
                .arg(nameOf(*task), serverOf(*task), QString::number(task->serverTaskId())));
    }
    tell(id, stepOf(*task));
    // Each failed try is a wait of its own; the words of a failed task come with the outcome.
    const QString wait = QString::number(task->attempts) + net::phaseKey(task->phase) + task->words;
    if (task->words.isEmpty() || net::isFinal(task->phase) || std::exchange(m_told[id + u'/'], wait) == wait) {
        return;
    }
    m_printer.say(QStringLiteral("%1: %2").arg(nameOf(*task), waitOf(task->words, task->nextTry)));
}

void TaskTeller::onServer(const QString& profileId)
{
    const net::ServerState state = m_queue->serverState(profileId);
    const auto profile = m_profiles->profile(profileId);
    if (!profile) {
        return;
    }
    if (state.words.isEmpty()) {
        m_told.remove(profileId);
        return;
    }
    // One line for each time that is waited for, whatever else changes about the server meanwhile.
    const QString wait = state.words + state.nextTry.toString(Qt::ISODate);
    if (std::exchange(m_told[profileId], wait) != wait) {
        m_printer.say(QStringLiteral("%1: %2").arg(profile->name, waitOf(state.words, state.nextTry)));
        m_silence.start(LongestSilence);
    }
}

void TaskTeller::onSilence()
{
    if (!m_waitingFor.isEmpty()) {
        m_printer.say(tr("Still waiting: %1").arg(m_waitingFor));
    }
    const auto tasks = m_queue->tasks();
    for (const net::TaskRecord& task : tasks) {
        if (net::isFinal(task.phase)) {
            continue;
        }
        const qint64 minutes
            = std::max<qint64>(0, task.entered.value(task.phase).secsTo(QDateTime::currentDateTimeUtc())) / 60;
        m_printer.say(tr("%1, for %n minute(s) now", nullptr, int(minutes)).arg(stepOf(task)));
    }
}

QString TaskTeller::fateOf(const net::TaskRecord& task) const
{
    const QString name = nameOf(task);
    if (task.serverTaskId() != 0) {
        return tr("%1: task %2 continues on %3, where its report can be fetched.")
            .arg(name, QString::number(task.serverTaskId()), serverOf(task));
    }
    return task.uploadStarted
        ? tr("%1: its upload was broken off, and %2 may have it all the same.").arg(name, serverOf(task))
        : tr("%1: not submitted.").arg(name);
}

} // namespace cli
