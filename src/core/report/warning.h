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

    friend bool operator==(const Warning&, const Warning&) = default;
};

} // namespace core
