// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/cursor.h"
#include "core/json/reader.h"
#include "core/report/apicallstore.h"
#include "core/report/reportwarnings.h"

#include <functional>

namespace core {

// Reads a process's list of API calls straight into the store.
class CallReader {
public:
    // `goOn` is asked now and then; when it says no, reading stops.
    CallReader(json::Cursor& cursor, ApiCallStore& store, ReportWarnings& warnings, const json::ReadLimits& limits,
        std::function<bool()> goOn);

    // The list under the cursor; gives its calls. A call cut off by a syntax error is left out.
    IndexRange read();
    bool stopped() const { return m_stopped; }

private:
    // The last text of a column and its number: neighbours are often equal.
    struct Recent {
        std::string_view raw;
        StringId id = 0;
    };

    void readCall();
    void leaveOut();
    void readField(ApiCall& call, std::string_view key);
    bool readArguments();
    void readArgument();
    StringId cell();
    StringId nestedCell();
    StringId cell(Recent& recent);
    std::int64_t integer(std::int64_t fallback, std::string_view key);

    json::Cursor& m_cursor;
    ApiCallStore& m_store;
    ReportWarnings& m_warnings;
    json::ReadLimits m_limits;
    std::function<bool()> m_goOn;
    Recent m_timestamp, m_threadId, m_caller, m_parentCaller, m_category, m_api, m_status, m_returned;
    bool m_stopped = false;
};

} // namespace core
