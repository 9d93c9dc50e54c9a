// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filetype/content.h"

#include <string>
#include <vector>

namespace core::filetype {

// What libmagic, with Assemblyline's signatures added to its own, says of a file.
struct MagicAnswer {
    std::vector<std::string> labels; // all that fit, the best first
    std::vector<std::string> mimes;

    // The one that people are shown; empty where there is none. Made safe.
    std::string label() const;
    std::string mime() const;
};

// Empty where libmagic or its database is missing.
MagicAnswer askMagic(Content& content);

} // namespace core::filetype
