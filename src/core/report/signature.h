// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace core {

// One process changed another one's memory or threads; by pid.
struct Injection {
    std::int64_t from = 0;
    std::int64_t to = 0;

    friend auto operator<=>(const Injection&, const Injection&) = default;
};

// A signature that matched. Marks keep the raw objects of "data" (or "marks") and of "new_data".
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
    std::vector<std::int64_t> pids; // of the processes that its marks name, ascending
};

} // namespace core
