// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"
#include "core/submission/order.h"
#include "core/submission/poolchoice.h"
#include "net/poolprobe.h"
#include "net/taskqueue.h"

namespace net {

// Planned fields as they go over the wire: yes and no as 1 and 0, which CAPE takes for them.
FormFields formFields(const core::json::Object& fields);

// What a plan is about: a file, or else a URL.
struct OrderSource {
    QString path;
    QString url;
    bool ignoreExisting = false;
    bool reboot = false; // analyse once more after a reboot, where the server can
};

// The submissions that a plan means, ready for the queue: for each task the least busy of the hosts that
// may take it, those before it counted in, and the others for when that one does not answer.
QList<Submission> submissionsOf(const core::submission::Plan& plan, const OrderSource& source,
    const QList<PoolMember>& members, core::submission::PoolChoice& choice);

} // namespace net
