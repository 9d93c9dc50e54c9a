// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/offers.h"

#include "net/serverprobe.h"
#include "net/taskqueue.h"
#include "ui/text/format.h"

namespace ui {

namespace {

// The usual route and machine count where the chosen servers agree on them.
QString agreed(const QList<net::PoolMember>& servers, QString net::Profile::* member)
{
    QString value;
    for (const net::PoolMember& server : servers) {
        const QString& usual = server.profile.*member;
        if (!value.isEmpty() && value != usual) {
            return {};
        }
        value = usual;
    }
    return value;
}

} // namespace

Offers offersOf(const QList<net::PoolMember>& servers, bool isPool, const net::TaskQueue& queue)
{
    Offers offers;
    for (const net::PoolMember& server : servers) {
        for (const net::Machine& machine : server.machines) {
            // In a pool, a machine is named with its server.
            offers.machines << (isPool ? fromUtf8(server.host.ip) + QLatin1Char(':') + machine.name : machine.name);
            offers.images << machine.tags;
        }
        if (const net::ProbeReport* known = queue.probeReport(server.profile.id)) {
            offers.routes << known->routes;
        }
    }
    offers.machines.removeDuplicates();
    offers.images.removeDuplicates();
    offers.routes.removeDuplicates();
    offers.images.sort();
    offers.usualRoute = agreed(servers, &net::Profile::defaultRoute);
    offers.usualMachine = isPool ? QString() : agreed(servers, &net::Profile::defaultMachine);
    return offers;
}

} // namespace ui
