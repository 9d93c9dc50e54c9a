// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visibletext.h"
#include "net/exchange.h"
#include "net/serverprobe.h"

#include <QCoreApplication>

namespace net {

namespace {

struct Table {
    Q_DECLARE_TR_FUNCTIONS(ProbeTable)

public:
    void row(const QString& name, const QString& state, const QString& words = {})
    {
        // The server's own words must not make lines of their own.
        const QString shown = core::visibleText(words);
        text += QStringLiteral("%1  %2  %3").arg(name, -20).arg(core::visibleText(state), -8).arg(shown).trimmed()
            + u'\n';
    }
    QString text;
};

QString stateText(ProbeItem::State state)
{
    switch (state) {
    case ProbeItem::State::On:
        return Table::tr("on");
    case ProbeItem::State::Off:
        return Table::tr("off");
    case ProbeItem::State::Failed:
        return Table::tr("failed");
    case ProbeItem::State::Unknown:
        break;
    }
    return Table::tr("unknown");
}

QString tokenText(ProbeReport::Token token)
{
    switch (token) {
    case ProbeReport::Token::Accepted:
        return Table::tr("accepted");
    case ProbeReport::Token::Refused:
        return Table::tr("refused");
    case ProbeReport::Token::AnyAccepted:
        return Table::tr("any");
    case ProbeReport::Token::Unknown:
        break;
    }
    return Table::tr("unknown");
}

void addStatus(Table& table, const ProbeReport& report)
{
    if (!report.status) {
        return;
    }
    const ServerStatus& status = *report.status;
    table.row(Table::tr("Version"), status.version, status.hostname);
    table.row(
        Table::tr("Machines free"), Table::tr("%1 of %2").arg(status.machinesAvailable).arg(status.machinesTotal));
    table.row(Table::tr("Tasks"),
        Table::tr("%1 pending, %2 running, %3 reported")
            .arg(status.tasksPending)
            .arg(status.tasksRunning)
            .arg(status.tasksReported));
}

} // namespace

QString probeTable(const ProbeReport& report)
{
    Table table;
    if (!report.isReachable) {
        table.row(Table::tr("Server"), Table::tr("failed"), report.failure.message);
        if (!report.failure.detail.isEmpty()) {
            table.row(QString(), QString(), report.failure.detail);
        }
        return table.text;
    }
    table.row(Table::tr("Server"), Table::tr("reachable"));
    if (!report.certificate.isEmpty()) {
        table.row(Table::tr("Certificate SHA-256"), fingerprintText(report.certificate));
    }
    table.row(Table::tr("Token"), tokenText(report.token), report.tokenWords);
    if (report.inClear) {
        table.row(QString(), QString(), Table::tr("The token travels unencrypted: use https."));
    }
    addStatus(table, report);
    for (const ProbeItem& item : report.items) {
        table.row(item.name, stateText(item.state), item.remedy.isEmpty() ? item.reason : item.remedy);
        if (item.state == ProbeItem::State::Failed && !item.detail.isEmpty()) {
            table.row(QString(), QString(), item.detail);
        }
    }
    for (const Machine& machine : report.machines) {
        table.row(Table::tr("Machine"), machine.platform,
            QStringLiteral("%1  %2  %3").arg(machine.label, machine.arch, machine.tags.join(u',')));
    }
    if (!report.throttleWords.isEmpty()) {
        table.row(Table::tr("Limit"),
            report.requestsPerMinute ? Table::tr("%1/min").arg(*report.requestsPerMinute) : Table::tr("unknown"),
            report.throttleWords);
    }
    return table.text;
}

} // namespace net
