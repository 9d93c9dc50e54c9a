// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/indicators/formats.h"

#include "core/visibletext.h"

namespace core::indicators {

namespace {

// A cell that a spreadsheet would take for a formula gets an apostrophe before it; what is not seen is made visible.
void appendCell(std::string& out, std::string_view text, char end)
{
    const std::string shown = visibleUtf8(text);
    out += '"';
    if (!shown.empty() && std::string_view("=+-@").contains(shown.front())) {
        out += '\'';
    }
    for (const char letter : shown) {
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
