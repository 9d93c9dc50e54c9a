// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filetype/markedtext.h"
#include "core/ioc/regex.h"
#include "core/json/value.h"

#include <functional>
#include <optional>
#include <string>

namespace core::filetype {

// A text or a pattern by which a type is told. A match counts once a place where it may begin, also where it lies in
// another one.
class Mark {
public:
    // {"text" or "pattern": ..., "nocase": bool, "word": bool (no letter or digit beside it), "wide": bool (wide text
    // too) or "only"}
    explicit Mark(const json::Value& description);

    bool isIn(const MarkedText& text) const;
    // Matches, counted up to `most`.
    int count(const MarkedText& text, int most) const;
    // The place of the first match.
    std::optional<std::int64_t> first(const MarkedText& text) const;
    // Whether a match begins at `from` to `to`, both included.
    bool beginsWithin(const MarkedText& text, std::int64_t from, std::int64_t to) const;

private:
    using Visit = std::function<bool(std::int64_t place)>;
    // Every place where a match begins, until `visit` says false; those in wide text come last.
    void forEach(const MarkedText& text, const Visit& visit) const;
    bool forEachIn(std::string_view subject, std::size_t from, std::size_t longest,
        const std::function<bool(std::size_t)>& visit) const;

    Regex m_regex;
    std::string m_needed; // in lower case: what every match has in it
    bool m_narrow = true;
    bool m_wide = false;
};

// The longest text that every match of a pattern has in it, in lower case; empty where none is sure.
std::string neededText(std::string_view pattern);

} // namespace core::filetype
