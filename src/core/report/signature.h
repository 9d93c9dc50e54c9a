// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <cstdint>
#include <string>
#include <vector>

namespace core {

// A signature that matched. Marks keep the raw objects of "data" (or "marks").
struct Signature {
    std::string name;
    std::string description;
    std::int64_t severity = 0; // 1 low, 2 medium, 3 high
    std::int64_t confidence = 0; // percent
    std::int64_t weight = 0;
    bool alert = false;
    std::vector<std::string> categories;
    std::vector<std::string> families;
    std::vector<std::string> ttps; // ATT&CK ids, from the signature and the report's "ttps"
    std::vector<std::string> references;
    json::Array marks;
};

} // namespace core
