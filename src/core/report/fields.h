// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"
#include "core/report/reportwarnings.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace core {

// Takes typed fields out of a raw object. An absent or null field gives an empty one; a field of another type does too,
// with a warning. `path` must outlive the reader.
class Fields {
public:
    Fields(const json::Value& object, std::string_view path, ReportWarnings& warnings);

    const json::Value& raw(std::string_view key) const { return m_object[key]; }

    // A string; a number or a bool gives its JSON text.
    std::string text(std::string_view key) const;
    // An integer, or a string that spells one.
    std::optional<std::int64_t> integer(std::string_view key) const;
    std::optional<double> number(std::string_view key) const;
    bool flag(std::string_view key) const;
    // The items of a list; none for anything else.
    const json::Array& list(std::string_view key) const;
    // A list of texts. A text that is no list is a wrong type: nobody meant a list of its letters.
    std::vector<std::string> texts(std::string_view key) const;
    // The same where old versions wrote one text for a list of one.
    std::vector<std::string> textsOrText(std::string_view key) const;
    // The names in a list of objects with a name (a list of YARA hits), or of texts.
    std::vector<std::string> names(std::string_view key) const;
    // The members of an object as texts.
    std::vector<std::pair<std::string, std::string>> pairs(std::string_view key) const;

    void wrongType(std::string_view key) const { m_warnings.wrongType(m_path, key); }

private:
    const json::Object& m_object;
    std::string_view m_path;
    ReportWarnings& m_warnings;
};

// A scalar's text, as Fields::text gives it; nothing for a list or an object.
std::optional<std::string> scalarText(const json::Value& value);

} // namespace core
