// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/poolprobe.h"
#include "ui/submit/parametersform.h"

namespace net {
class TaskQueue;
} // namespace net

namespace ui {

// What the chosen servers have to offer to the form: their machines, images and own routes, and the route and machine
// that are usual on all of them.
Offers offersOf(const QList<net::PoolMember>& servers, bool isPool, const net::TaskQueue& queue);

} // namespace ui
