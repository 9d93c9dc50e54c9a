// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filetype/markedtext.h"

#include "core/ioc/bytes.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace core::filetype {

namespace {

// No mark is shorter.
constexpr std::size_t shortestRun = 3;
// Parts runs, so that no mark goes from one into the next, and keeps the start of the file from all but the first.
constexpr char separator = '\xff';

std::string inLowerCase(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), bytes::lower);
    return lower;
}

} // namespace

MarkedText::MarkedText(std::string_view bytes, std::int64_t size, std::string mime)
    : m_bytes(bytes)
    , m_size(size)
    , m_mime(std::move(mime))
{
    if (bytes.contains('\0')) {
        collectWide();
    }
    m_lowerBytes = inLowerCase(m_bytes);
    m_lowerWide = inLowerCase(m_wide);
}

void MarkedText::collectWide()
{
    for (std::size_t parity = 0; parity < 2; ++parity) {
        std::size_t from = parity;
        std::size_t at = parity;
        for (; at + 1 < m_bytes.size(); at += 2) {
            if (m_bytes[at + 1] != '\0') {
                addRun(from, at);
                from = at + 2;
            }
        }
        addRun(from, at);
    }
}

void MarkedText::addRun(std::size_t from, std::size_t to)
{
    if (to < from + 2 * shortestRun) {
        return;
    }
    std::string run;
    run.reserve((to - from) / 2);
    for (std::size_t at = from; at < to; at += 2) {
        run += m_bytes[at];
    }
    if (std::ranges::all_of(run, [](char c) { return c == '\0'; })) {
        return;
    }
    if (from > 0) {
        m_wide += separator;
    }
    m_runs.push_back({m_wide.size(), std::int64_t(from)});
    m_wide += run;
}

std::int64_t MarkedText::placeOf(std::size_t wideIndex) const
{
    const auto after = std::ranges::upper_bound(m_runs, wideIndex, {}, &Run::start);
    if (after == m_runs.begin()) {
        return 0;
    }
    const Run& run = *std::prev(after);
    return run.place + 2 * std::int64_t(wideIndex - run.start);
}

} // namespace core::filetype
