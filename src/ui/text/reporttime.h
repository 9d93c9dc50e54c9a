// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/runclock.h"

#include <QString>

#include <optional>
#include <string_view>

namespace ui {

// "T+01:12.453": minutes, seconds and milliseconds from the start of the run, with hours where there are any.
QString runTimeText(double place);

// A place on a report's axis, in seconds, by the clock that the user chose; by that of the run where the chosen one is
// not known.
QString timeText(const core::RunClock& clock, double place);
// The same of a time as the guest wrote it; as it was written where it has no place. Empty for an empty one.
QString guestTimeText(const core::RunClock& clock, std::string_view written);
// By every clock that is known, with the day: "T+01:12.453 · guest 2021-01-28 02:14:04.697 · host ...".
QString wholeTimeText(const core::RunClock& clock, double place);
QString wholeGuestTimeText(const core::RunClock& clock, std::string_view written);

// How the guest's clock goes: "guest clock 186 d behind, from the log". Empty where it is not known.
QString clockWords(const core::RunClock& clock);

} // namespace ui
