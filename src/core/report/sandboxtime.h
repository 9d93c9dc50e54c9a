// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace core {

// A time as a sandbox writes it.
struct SandboxTime {
    double seconds = 0; // since 1970 in UTC; since midnight where it has no day
    bool hasDay = true;
};

// Takes "2026-01-31 10:04:12,031" (CAPE's Windows guests, its host and its logs, read as UTC), "2026-01-31T10:04:12Z",
// "20260131T10:04:12" (the log's "Date set to"), "10:04:12.031000" and "1769853852.031" (strace). Nothing for another
// text.
std::optional<SandboxTime> parseSandboxTime(std::string_view text);

} // namespace core
