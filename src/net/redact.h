// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "net/credentials.h"

namespace net {

// The text with every occurrence of the secret replaced. A secret that is too short to tell from ordinary text (under
// 6 characters) is left: it would turn every word into dots.
QString redacted(QString text, const QString& secret);
core::Error redacted(const core::Error& error, const Credentials& secrets);

} // namespace net
