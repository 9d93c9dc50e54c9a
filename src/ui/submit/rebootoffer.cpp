// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/rebootoffer.h"

#include "net/serverprobe.h"
#include "net/taskqueue.h"

#include <QCoreApplication>

namespace ui {

QString whyNoReboot(const QList<net::PoolMember>& servers, const net::TaskQueue& queue)
{
    QString reason;
    for (const net::PoolMember& server : servers) {
        const net::ProbeReport* known = queue.probeReport(server.profile.id);
        const net::ProbeItem* off = known ? known->switchedOff(u"reboot") : nullptr;
        if (!off && server.profile.rebootSupported) {
            return {};
        }
        reason = off ? QCoreApplication::translate("RebootOffer", "%1: %2").arg(server.profile.name, off->reason)
                     : QCoreApplication::translate("RebootOffer", "%1 is not set up for it: see its settings.")
                           .arg(server.profile.name);
    }
    return reason;
}

} // namespace ui
