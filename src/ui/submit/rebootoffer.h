// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/poolprobe.h"

namespace net {
class TaskQueue;
}

namespace ui {

// Why none of these servers can analyse again after a reboot, for the analyst; empty where one can, or none is given.
QString whyNoReboot(const QList<net::PoolMember>& servers, const net::TaskQueue& queue);

} // namespace ui
