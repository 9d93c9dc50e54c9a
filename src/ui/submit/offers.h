// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/poolprobe.h"
#include "ui/submit/parametersform.h"

namespace ui {

// What the chosen servers have to offer to the form: their machines and images, and the route and machine that are
// usual on all of them.
Offers offersOf(const QList<net::PoolMember>& servers, bool isPool);

} // namespace ui
