// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/submission/hostconfig.h"

#include <QString>

namespace ui {

// What the servers are set up for, as the Assemblyline service's configuration says it: images, routes, limits. Kept
// with the settings; the service's defaults until one is loaded.
core::submission::PoolConfig poolSettings();

// Takes over the service's configuration from a JSON file (see resources/reference/service_config.json). Errors:
// CannotRead, BadJson, BadInput with what is wrong.
core::Result<void> loadPoolSettings(const QString& path);

bool hasPoolSettings();
void forgetPoolSettings();

} // namespace ui
