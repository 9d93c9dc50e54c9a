// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filetype/content.h"

#include <string>

namespace core::filetype {

// A ZIP by the names in its directory: an office document, a JAR, an APK, ... or "archive/zip"; `otherwise` where the
// directory cannot be read, as in a file that is no ZIP or is cut off.
std::string zipType(Content& content, std::string otherwise);

} // namespace core::filetype
