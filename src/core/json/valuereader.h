// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/cursor.h"
#include "core/json/reader.h"

#include <functional>

namespace core::json {

// Builds values from a cursor, within limits that hold for all of them together. Nesting beyond them costs only the value
// that is too deep: it becomes null. Items and members beyond their number are left out. The walk goes on behind them.
class ValueReader {
public:
    // Values are made in `arena`, or own what is in them where that is null. `goOn` is asked now and then; when it says
    // no, reading stops (stopped()).
    ValueReader(Cursor& cursor, const ReadLimits& limits, Arena* arena = nullptr, std::function<bool()> goOn = {});

    // Reads the value under the cursor. After a syntax error the value holds what stood before it.
    Value read();

    // Of the value that was read last: whether something in it was nested too deeply, or was one value too many.
    bool tooDeep() const { return m_tooDeep; }
    bool tooMany() const { return m_tooMany; }
    bool stopped() const { return m_stopped; }

private:
    Value readValue(int depth);
    Value readScalar();
    template <typename Place>
    void fill(Place place, int depth);
    Array readArray(int depth);
    Object readObject(int depth);
    bool admits(int depth);
    bool isFull();

    Cursor& m_cursor;
    ReadLimits m_limits;
    Arena* m_arena;
    std::function<bool()> m_goOn;
    // Items and members of the containers that are being read, the innermost one's last.
    Array m_items;
    List<Object::Member> m_members;
    std::size_t m_values = 0;
    bool m_tooDeep = false;
    bool m_tooMany = false;
    bool m_stopped = false;
};

} // namespace core::json
