// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace core::filetype {

// A file as the rules see it: its bytes, and what stands in them as wide text, a zero byte behind each character (as
// UTF-16 has it), without the zeros.
class MarkedText {
public:
    // `bytes` must outlive this; `size` is the whole file's, `mime` what libmagic says.
    MarkedText(std::string_view bytes, std::int64_t size, std::string mime);

    std::string_view bytes() const { return m_bytes; }
    std::int64_t size() const { return m_size; }
    const std::string& mime() const { return m_mime; }
    bool isText() const { return m_mime.starts_with("text"); }

    std::string_view wide() const { return m_wide; }
    // Where in the file a character of wide() stands.
    std::int64_t placeOf(std::size_t wideIndex) const;

    // The same in lower case, for a quick look for what a pattern cannot do without.
    std::string_view lowerBytes() const { return m_lowerBytes; }
    std::string_view lowerWide() const { return m_lowerWide; }

private:
    struct Run {
        std::size_t start; // in m_wide
        std::int64_t place; // in the file
    };

    void collectWide();
    void addRun(std::size_t from, std::size_t to);

    std::string_view m_bytes;
    std::int64_t m_size;
    std::string m_mime;
    std::string m_wide;
    std::vector<Run> m_runs;
    std::string m_lowerBytes;
    std::string m_lowerWide;
};

} // namespace core::filetype
