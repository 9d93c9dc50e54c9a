// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <string>
#include <string_view>

namespace ui {

// Seconds since the epoch of a time as CAPE writes it ("2026-01-31 10:04:12,031", UTC); nothing for another text.
std::optional<double> parseReportTime(std::string_view text);
// The same the other way round, so that texts compare as times do.
std::string reportTime(double secondsSinceEpoch);
// The time of day in it, with a point before the milliseconds, where CAPE writes a comma.
QString timeOfDay(std::string_view reportTime);
// With its day, for where a time stands alone.
QString dayAndTime(std::string_view reportTime);

} // namespace ui
