// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QWidget;

namespace net {
struct Profile;
} // namespace net

namespace ui {

// Whether the analyst has agreed that this profile's token travels unencrypted to its host.
bool isClearTokenAccepted(const net::Profile& profile);
// Asks for that, and goes on after a yes, which is remembered.
void askAboutClearToken(QWidget* parent, const net::Profile& profile, std::function<void()> act);

} // namespace ui
