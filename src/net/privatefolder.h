// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

namespace net {

// Makes the folder, with those above it, so that only its owner can enter it (0700).
core::Result<void> makePrivateFolder(const QString& path);

} // namespace net
