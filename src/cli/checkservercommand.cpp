// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/checkservercommand.h"

#include "cli/commands.h"
#include "cli/serversecrets.h"
#include "cli/stopsignals.h"
#include "net/serverprobe.h"

#include <QCoreApplication>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CheckServerCommand)
};

CommandLine commandLine()
{
    CommandLine line(CheckServerUsage,
        Words::tr("Says what a server offers and lacks, and which line of its configuration turns on what is off. Asks "
                  "about ten questions and changes nothing there."));
    addServerOptions(line);
    line.addExample(QStringLiteral("check-server https://cape.example.com --token-env CAPE_TOKEN"));
    line.addExample(QStringLiteral("check-server --profile Lab"));
    return line;
}

} // namespace

int runCheckServer(const QStringList& words)
{
    CommandLine line = commandLine();
    if (const auto ended = line.read(words)) {
        return *ended;
    }
    const auto server = readServer(line);
    if (!server) {
        return line.wrongUsage(server.error());
    }
    onStopSignal([] { QCoreApplication::exit(NotDone); });
    const auto secrets = usableSecrets(*server, allowsClearToken(line), line.printer());
    if (!secrets) {
        return secrets.error();
    }
    line.printer().say(Words::tr("Asking %1…").arg(server->profile.url.toDisplayString()));
    net::ServerProbe probe(server->profile, *secrets);
    QObject::connect(
        &probe, &net::ServerProbe::finished, qApp, [] { QCoreApplication::exit(Done); }, Qt::QueuedConnection);
    probe.start();
    if (QCoreApplication::exec() != Done) {
        line.printer().complain(Words::tr("Interrupted."));
        return NotDone;
    }
    const net::ProbeReport& report = probe.report();
    if (!report.isReachable) {
        line.printer().explain(net::probeTable(report));
        return NotDone;
    }
    line.printer().document(net::probeTable(report));
    return report.token != net::ProbeReport::Token::Refused ? Done : NotDone;
}

} // namespace cli
