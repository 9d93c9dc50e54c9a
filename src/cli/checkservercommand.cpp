// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/checkservercommand.h"

#include "cli/commands.h"
#include "net/profile.h"
#include "net/serverprobe.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

namespace cli {

int runCheckServer(const QStringList& arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption tokenOption(QStringLiteral("token-env"), QString(), QStringLiteral("VAR"));
    parser.addOption(tokenOption);
    const bool parsed = parser.parse(QStringList{QStringLiteral("check-server")} + arguments);
    if (!parsed || parser.positionalArguments().size() != 1) {
        std::fputs("usage: capewb check-server URL [--token-env VAR]\n", stderr);
        return WrongUsage;
    }
    const auto url = net::serverUrl(parser.positionalArguments().constFirst());
    if (!url) {
        std::fprintf(stderr, "capewb check-server: %s\n", qUtf8Printable(url.error().message));
        return WrongUsage;
    }
    const QString token
        = parser.isSet(tokenOption) ? qEnvironmentVariable(qPrintable(parser.value(tokenOption))) : QString();
    net::ServerProbe probe(net::newProfile(url->host(), *url), token);
    QObject::connect(&probe, &net::ServerProbe::finished, qApp, [] { QCoreApplication::quit(); }, Qt::QueuedConnection);
    probe.start();
    QCoreApplication::exec();
    const net::ProbeReport& report = probe.report();
    std::fputs(qUtf8Printable(net::probeTable(report)), report.isReachable ? stdout : stderr);
    return report.isReachable && report.token != net::ProbeReport::Token::Refused ? Done : NotDone;
}

} // namespace cli
