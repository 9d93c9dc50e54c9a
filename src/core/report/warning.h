// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace core {

// Something in the report that could not be used: where (dotted, list positions left out), what was done about it, and
// how often it happened there. `what` is translated.
struct Warning {
    std::string path;
    QString what;
    int count = 1;

    // Whether it is about the report's text as a whole: that it breaks off, say, or has damaged characters.
    bool isOfWholeText() const { return path.empty(); }

    friend bool operator==(const Warning&, const Warning&) = default;
};

// The warning in one line for people: where, what was done about it, how often.
QString describe(const Warning& warning);

} // namespace core
