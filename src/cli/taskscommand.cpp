// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/taskscommand.h"

#include "cli/commands.h"
#include "cli/serversecrets.h"
#include "cli/stopsignals.h"
#include "net/credentialstore.h"
#include "net/servertasks.h"

#include <QCoreApplication>

#include <algorithm>

namespace cli {

namespace {

constexpr int PageSize = 50; // as many as CAPE gives at once

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TasksCommand)
};

CommandLine commandLine()
{
    CommandLine line(TasksUsage,
        Words::tr("Lists the tasks on a server, whoever submitted them, those that ended last first: number, state, "
                  "time of submission (UTC), machine, SHA-256, sample or URL."));
    line.add(QStringLiteral("status"), Words::tr("Only tasks in this state, as the server says it: reported, pending."),
        QStringLiteral("STATE"));
    line.add(QStringLiteral("limit"),
        Words::tr("At most this many tasks, from 1 to %1 (default: %2).").arg(net::ServerTasks::MostTasks).arg(PageSize),
        QStringLiteral("N"));
    line.addFlag(QStringLiteral("json"), Words::tr("One JSON object a line."));
    addServerOptions(line);
    line.addExample(QStringLiteral("tasks https://cape.example.com --token-env CAPE_TOKEN --status reported"));
    line.addExample(QStringLiteral("tasks --profile Lab --limit 200 --json"));
    return line;
}

void print(const net::TaskView& task, bool asJson, const Printer& printer)
{
    const QString added = task.addedOn.isValid() ? task.addedOn.toUTC().toString(Qt::ISODate) : QString();
    if (!asJson) {
        return printer.row({QString::number(task.id), task.status, added, task.machine, task.sampleSha256, task.target});
    }
    printer.json(core::json::Object{{"id", std::int64_t(task.id)}, {"status", task.status.toStdString()},
        {"added_on", added.toStdString()}, {"machine", task.machine.toStdString()},
        {"package", task.package.toStdString()}, {"category", task.category.toStdString()},
        {"sha256", task.sampleSha256.toStdString()}, {"target", task.target.toStdString()}});
}

// Pages until there are enough; the exit code.
int listed(net::ServerTasks& tasks, qsizetype limit, const QString& status)
{
    QObject::connect(&tasks, &net::ServerTasks::changed, &tasks, [&tasks, limit] {
        if (tasks.isBusy()) {
            return;
        }
        if (tasks.error()) {
            return QCoreApplication::exit(NotDone);
        }
        if (tasks.tasks().size() < limit && tasks.hasMore()) {
            return tasks.more();
        }
        QCoreApplication::exit(Done);
    });
    tasks.list(status, int(std::min<qsizetype>(limit, PageSize)));
    return QCoreApplication::exec();
}

} // namespace

int runTasks(const QStringList& words)
{
    CommandLine line = commandLine();
    if (const auto ended = line.read(words)) {
        return *ended;
    }
    const auto server = readServer(line);
    if (!server) {
        return line.wrongUsage(server.error());
    }
    const qsizetype limit
        = line.isSet(QStringLiteral("limit")) ? line.value(QStringLiteral("limit")).toLongLong() : PageSize;
    if (limit < 1 || limit > net::ServerTasks::MostTasks) {
        return line.wrongUsage(Words::tr("--limit takes a number from 1 to %1.").arg(net::ServerTasks::MostTasks));
    }
    onStopSignal([] { QCoreApplication::exit(NotDone); });
    const auto secrets = usableSecrets(*server, allowsClearToken(line), line.printer());
    if (!secrets) {
        return secrets.error();
    }
    net::CredentialStore store;
    store.setSessionToken(server->profile.id, secrets->token);
    net::ServerTasks tasks(&store, server->profile);
    const int code = listed(tasks, limit, line.value(QStringLiteral("status")));
    if (tasks.error()) {
        return line.printer().fail(*tasks.error());
    }
    if (code != Done) {
        line.printer().complain(Words::tr("Interrupted."));
        return code;
    }
    for (const net::TaskView& task : tasks.tasks().first(std::min(limit, tasks.tasks().size()))) {
        print(task, line.isSet(QStringLiteral("json")), line.printer());
    }
    return Done;
}

} // namespace cli
