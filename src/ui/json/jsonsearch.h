// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/jsondocument.h"

#include <stop_token>

namespace ui {

// The places of a document that hold a text, in its order.
class JsonHits {
public:
    std::size_t size() const { return m_ends.size(); }
    bool empty() const { return m_ends.empty(); }
    std::span<const std::uint32_t> operator[](std::size_t index) const;
    void append(const JsonPath& path);
    // The number of the first hit at or behind a path; size() where there is none.
    std::size_t firstFrom(std::span<const std::uint32_t> path) const;

    // There are more than were kept.
    bool truncated = false;

private:
    std::vector<std::uint32_t> m_steps; // of all paths, in a row: hits can be many
    std::vector<std::size_t> m_ends;
};

// The members by whose key, and the scalars by whose text, the needle is found, ASCII letters of either case being the
// same. Takes a while in a large report: for a thread of its own. What a stop leaves is of no use.
JsonHits findInJson(const JsonDocument& document, const QString& needle, const std::stop_token& stop);

} // namespace ui
