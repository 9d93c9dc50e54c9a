// SPDX-License-Identifier: GPL-3.0-or-later
// The second half of Submitter: the tasks on their way.
#include "cli/commands.h"
#include "cli/submitcommand.h"
#include "cli/submitter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <cstdio>

namespace cli {

// Without --wait a task is settled once the server has named it; with it, once nothing is left to do for it.
bool Submitter::isSettled(const net::TaskRecord& task) const
{
    return (net::isFinal(task.phase) && !task.deletePending) || (!m_arguments.wait && task.serverTaskId() != 0);
}

void Submitter::onChanged(const QString& id)
{
    if (const auto task = m_queue.task(id)) {
        showProgress(*task);
    }
    endIfDone();
}

void Submitter::endIfDone()
{
    const auto tasks = m_queue.tasks();
    if (std::ranges::all_of(tasks, [this](const net::TaskRecord& task) { return isSettled(task); })) {
        end();
    }
}

void Submitter::end()
{
    QMetaObject::invokeMethod(qApp, [] { QCoreApplication::quit(); }, Qt::QueuedConnection);
}

// A server that has never answered is more likely a wrong address than one that will come back.
void Submitter::onServer(const QString& profileId)
{
    const net::ServerState state = m_queue.serverState(profileId);
    if (state.isReachable || state.wasReached || !m_failure.isEmpty()) {
        return;
    }
    m_failure = state.words;
    end();
}

void Submitter::keepReport(const QString& id)
{
    const auto task = m_queue.task(id);
    if (!task || !m_arguments.wait) {
        return;
    }
    const QString name = QStringLiteral("%1-%2")
                             .arg(task->sha256.isEmpty() ? QStringLiteral("url") : task->sha256.left(16))
                             .arg(task->serverTaskId());
    // Task ids of several servers are alike.
    const QString unique = m_members.size() > 1 ? QStringLiteral("%1-%2").arg(name, serverName(task->profileId)) : name;
    const QString zip = QDir(m_arguments.out).filePath(unique + QStringLiteral(".zip"));
    const QString lite = QDir(m_arguments.out).filePath(unique + QStringLiteral(".json"));
    QFile::remove(zip);
    QFile::remove(lite);
    const bool kept
        = QFile::copy(task->reportPath, zip) && (task->litePath.isEmpty() || QFile::copy(task->litePath, lite));
    if (!kept) {
        return m_queue.setParseFailed(id,
            {core::ErrorCode::CannotWrite,
                QCoreApplication::translate("SubmitCommand", "The report could not be saved in %1.")
                    .arg(m_arguments.out),
                {}});
    }
    m_reports.insert(id, task->litePath.isEmpty() ? zip : lite);
    m_queue.setParsed(id, {});
}

void Submitter::showProgress(const net::TaskRecord& task)
{
    if (!m_isTerminal) {
        return;
    }
    QString line = QStringLiteral("%1: %2").arg(task.fileName, net::phaseName(task.phase));
    if (task.progress >= 0) {
        line += QStringLiteral(" %1 %").arg(task.progress);
    }
    if (!task.words.isEmpty()) {
        line += QStringLiteral(" (%1)").arg(task.words);
    }
    if (std::exchange(m_shown[task.id], line) != line) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(line));
    }
}

QString Submitter::serverName(const QString& profileId) const
{
    const auto profile = m_profiles.profile(profileId);
    return profile ? profile->name : QString();
}

int Submitter::printOutcome()
{
    if (!m_failure.isEmpty()) {
        complain(m_failure);
        return NotDone;
    }
    const auto tasks = m_queue.tasks();
    for (const net::TaskRecord& task : tasks) {
        std::printf("%s\t%lld\t%s\t%s\t%s\n", qUtf8Printable(task.fileName),
            static_cast<long long>(task.serverTaskId()), qUtf8Printable(net::phaseKey(task.phase)),
            qUtf8Printable(m_reports.value(task.id)), qUtf8Printable(serverName(task.profileId)));
        if (task.phase == net::Phase::Failed) {
            m_isGood = false;
            complain(QStringLiteral("%1: %2").arg(task.fileName, task.words));
        }
    }
    return m_isGood ? Done : NotDone;
}

} // namespace cli
