// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/indicators/formats.h"

namespace core::indicators {

namespace {

// A cell that a spreadsheet would take for a formula gets an apostrophe before it.
void appendCell(std::string& out, std::string_view text, char end)
{
    out += '"';
    if (!text.empty() && std::string_view("=+-@\t\r").contains(text.front())) {
        out += '\'';
    }
    for (const char letter : text) {
        out += letter;
        if (letter == '"') {
            out += '"';
        }
    }
    out += '"';
    out += end;
}

} // namespace

std::string toCsv(const IndicatorSet& set, Defanging defanging)
{
    std::string out = "kind,value,score,sources\n";
    for (const Indicator& indicator : set.indicators) {
        appendCell(out, nameOf(indicator.kind), ',');
        appendCell(out, shownValue(indicator, defanging), ',');
        out += std::to_string(indicator.score) + ',';
        appendCell(out, joined(indicator.sources), '\n');
    }
    return out;
}

} // namespace core::indicators
