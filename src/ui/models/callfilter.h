// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <QString>

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace ui {

// What the list of API calls is narrowed to.
struct CallFilter {
    std::set<std::string> categories; // empty: all
    QString text; // in the API's name, or an argument's name or value; without regard to case
    bool failedOnly = false;
    std::optional<std::pair<double, double>> time; // from and to, in seconds from the start of the run

    bool isEmpty() const { return categories.empty() && text.isEmpty() && !failedOnly && !time; }
    friend bool operator==(const CallFilter&, const CallFilter&) = default;
};

// The calls of the range that pass the filter. Texts are interned in the store, so each distinct one is searched only
// once, however many calls have it.
std::vector<core::CallIndex> filteredCalls(
    const core::Report& report, core::IndexRange range, const CallFilter& filter);

// Whether UTF-8 text holds the needle; ASCII letters match without regard to case. The needle is given in lower case.
bool containsIgnoringCase(std::string_view text, std::string_view lowerNeedle);

} // namespace ui
