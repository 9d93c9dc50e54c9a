// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

namespace core::bundle {

// Gives a section with a SANDBOX body, which Assemblyline before 4.7 refuses, a PROCESS_TREE body instead; what that
// cannot hold comes back as table sections one level below it (network connections, signatures).
json::Array replaceSandboxBody(json::Object& section);

} // namespace core::bundle
