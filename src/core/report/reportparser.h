// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/json/paddedbuffer.h"
#include "core/json/reader.h"
#include "core/report/report.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <stop_token>

namespace core {

// How a parse runs. `progress` is called with rising values from 0 to 1, on the parsing thread.
struct ParseControl {
    std::stop_token stop = {};
    std::function<void(double)> progress = {};
    json::ReadLimits limits = {};
    // What is known to be wrong with where the text comes from, translated; it becomes a warning of the report.
    QString damage = {};
};

// Reads the JSON text of a lite report. A missing or wrong-typed field costs that field and adds a warning; of a broken
// or truncated text, what stands before the break is kept.
// Errors: NotAReport (says what the text is instead), TooLarge, Cancelled.
class ReportParser {
public:
    // Takes the text, and frees it before it returns.
    static Result<ReportPtr> parse(PaddedBuffer text, const ParseControl& control = {});
    static Result<ReportPtr> parse(const QByteArray& text, const ParseControl& control = {});
};

} // namespace core
