// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/jsonlines.h"

#include <QString>

namespace ui {

// What a line shows, without its indentation, fit to show. Long strings are cut; a folded container shows how it
// begins.
struct JsonLineText {
    QString text; // JSON
    QString note; // beside it: how much a folded container holds, how long a cut string is
};

JsonLineText jsonLineText(const JsonDocument& document, const JsonLine& line);

} // namespace ui
