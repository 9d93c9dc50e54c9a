// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/cursor.h"
#include "core/json/reader.h"
#include "core/json/valuereader.h"
#include "core/report/callreader.h"
#include "core/report/report.h"
#include "core/report/reportwarnings.h"

#include <functional>

namespace core {

// Reads the top level of a lite report in the text's order: API calls into the store, all else as raw values.
class SectionReader {
public:
    // `goOn` is asked now and then; when it says no, reading stops (stopped()).
    SectionReader(
        json::Cursor& cursor, const json::ReadLimits& limits, ReportWarnings& warnings, std::function<bool()> goOn);

    // What could be read before the text's end or its first error.
    ReportParts read();
    bool stopped() const { return m_stopped; }

private:
    json::Value readBehavior();
    json::Value readProcesses();
    json::Value readProcess();
    json::Value readValue(std::string_view path);

    json::Cursor& m_cursor;
    ReportWarnings& m_warnings;
    std::function<bool()> m_goOn;
    ReportParts m_parts;
    json::ValueReader m_valueReader;
    CallReader m_callReader;
    bool m_stopped = false;
};

} // namespace core
