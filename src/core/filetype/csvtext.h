// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace core::filetype {

// How the fields of a table are parted and quoted, in the terms of Python's csv module.
struct CsvDialect {
    char delimiter = ',';
    char quote = '"';
    bool doubled = true; // a quote in a quoted field is written twice
    bool spaceAfterDelimiter = false;
};

// The number of fields of each of the first hundred rows, as Python's csv.reader counts them. UTF-8.
std::vector<std::size_t> csvWidths(std::string_view text, const CsvDialect& dialect);

// Whether a text is a table: three rows or more, the first hundred of one width, parted by commas or by what Python's
// csv.Sniffer takes for the delimiter.
bool isTable(std::string_view text);

} // namespace core::filetype
