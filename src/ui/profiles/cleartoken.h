// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QWidget;

namespace net {
struct Profile;
} // namespace net

namespace ui {

// Asks whether this profile's token may travel unencrypted to its host, and goes on after a yes.
void askAboutClearToken(QWidget* parent, const net::Profile& profile, std::function<void()> act);

} // namespace ui
