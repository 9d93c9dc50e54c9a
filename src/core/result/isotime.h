// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Times as the service writes them, always UTC: "YYYY-MM-DD HH:MM:SS.ffffff", or with 3 digits after the point
// (assemblyline.common.isotime).
namespace core {

// Microseconds since 1970.
using EpochMicroseconds = std::int64_t;

// The time of a text that Python's strptime takes for "%Y-%m-%d %H:%M:%S.%f" (1 to 6 digits after the point).
std::optional<EpochMicroseconds> parseTime(std::string_view text);
// The time of "YYYY-MM-DD HH:MM:SS", with or without a fraction, as "2024-01-31 10:00:00.000": what the service makes
// of the times that CAPE writes. Nothing where it is no such time.
std::optional<std::string> withMilliseconds(std::string_view text);
// Seconds since 1970 of an ISO time such as "2024-01-31T10:00:00.123Z".
std::optional<double> isoToEpoch(std::string_view text);
// Whether the SANDBOX body takes it as a time: as parseTime, a leap second or "-".
bool isSandboxTime(std::string_view text);

// Seconds to microseconds, to the nearest (an exact half to the even one); nothing beyond the years 1 to 9999.
std::optional<EpochMicroseconds> microseconds(double seconds);
// With 6 digits after the point.
std::string formatTime(EpochMicroseconds time);
// With 3, the rest cut off.
std::string formatMilliseconds(EpochMicroseconds time);

} // namespace core
