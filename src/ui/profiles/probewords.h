// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace net {
struct ProbeItem;
}

namespace ui {

// That this function of a server is switched off, and the line of its configuration that switches it on.
QString switchedOffText(const net::ProbeItem& item);

} // namespace ui
