// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/cursor.h"
#include "core/json/reader.h"

#include <functional>

namespace core::json {

// Builds values from a cursor, within limits. Nesting or a number of values beyond them costs only the value that is
// too much: it becomes null, and the walk goes on behind it.
class ValueReader {
public:
    // `goOn` is asked now and then; when it says no, reading stops (stopped()).
    ValueReader(Cursor& cursor, const ReadLimits& limits, std::function<bool()> goOn = {});

    // Reads the value under the cursor. After a syntax error the value holds what stood before it.
    void read(Value& out) { readValue(out, 0); }

    bool tooDeep() const { return m_tooDeep; }
    bool tooMany() const { return m_tooMany; }
    bool stopped() const { return m_stopped; }
    // How many values were read.
    std::size_t values() const { return m_values; }

private:
    void readValue(Value& out, int depth);
    void readArray(Value& out, int depth);
    void readObject(Value& out, int depth);
    bool admits(int depth);

    Cursor& m_cursor;
    ReadLimits m_limits;
    std::function<bool()> m_goOn;
    std::size_t m_values = 0;
    bool m_tooDeep = false;
    bool m_tooMany = false;
    bool m_stopped = false;
};

} // namespace core::json
