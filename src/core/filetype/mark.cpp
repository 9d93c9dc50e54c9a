// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filetype/mark.h"

#include "core/ioc/bytes.h"

#include <algorithm>
#include <utility>

namespace core::filetype {

namespace {

// As in YARA, whose patterns these are: a match is no longer than this many bytes.
constexpr std::size_t longestMatch = 4096;

std::string escaped(std::string_view text)
{
    std::string pattern;
    for (const char c : text) {
        if (!bytes::isWord(c) && static_cast<unsigned char>(c) < 0x80 && c > ' ') {
            pattern += '\\';
        }
        pattern += c;
    }
    return pattern;
}

std::string patternOf(const json::Value& description)
{
    const json::Value* text = description.find("text");
    std::string pattern = text ? escaped(text->toString()) : std::string(description["pattern"].toString());
    return description["word"].toBool() ? "(?<![A-Za-z0-9])" + pattern + "(?![A-Za-z0-9])" : pattern;
}

std::string lowerText(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), bytes::lower);
    return lower;
}

std::string neededFor(const json::Value& description)
{
    const json::Value* text = description.find("text");
    return text ? lowerText(text->toString()) : neededText(description["pattern"].toString());
}

// Goes over a pattern and keeps the longest row of plain characters outside its groups.
class NeededFinder {
public:
    explicit NeededFinder(std::string_view pattern)
        : m_pattern(pattern)
    {
    }

    std::string run()
    {
        while (m_at < m_pattern.size()) {
            const char c = m_pattern[m_at];
            switch (c) {
            case '(':
                end();
                skipGroup();
                break;
            case '[':
                end();
                skipClass();
                break;
            case '\\':
                escape();
                break;
            case '|':
                return {};
            case '.':
            case '^':
                end();
                ++m_at;
                break;
            case '*':
            case '?':
            case '{':
                quantifier(c);
                break;
            case '+':
                end();
                ++m_at;
                break;
            default:
                m_row += bytes::lower(c);
                ++m_at;
            }
        }
        end();
        return std::move(m_best);
    }

private:
    void end()
    {
        if (m_row.size() > m_best.size()) {
            m_best = m_row;
        }
        m_row.clear();
    }

    // What stands before it may be missing; a brace that begins no quantifier is itself.
    void quantifier(char c)
    {
        if (c == '{' && (m_at + 1 >= m_pattern.size() || !bytes::isDigit(m_pattern[m_at + 1]))) {
            m_row += c;
            ++m_at;
            return;
        }
        if (!m_row.empty()) {
            m_row.pop_back();
        }
        end();
        m_at = c == '{' ? std::min(m_pattern.find('}', m_at), m_pattern.size() - 1) + 1 : m_at + 1;
    }

    void escape()
    {
        const char letter = m_at + 1 < m_pattern.size() ? m_pattern[m_at + 1] : '\0';
        m_at += 2;
        if (!bytes::isWord(letter)) {
            m_row += letter;
            return;
        }
        end();
        m_at += letter == 'x' ? 2 : 0;
    }

    void skipClass()
    {
        ++m_at;
        m_at += m_at < m_pattern.size() && m_pattern[m_at] == '^' ? 1 : 0;
        m_at += m_at < m_pattern.size() && m_pattern[m_at] == ']' ? 1 : 0;
        while (m_at < m_pattern.size() && m_pattern[m_at] != ']') {
            m_at += m_pattern[m_at] == '\\' ? 2 : 1;
        }
        ++m_at;
    }

    void skipGroup()
    {
        int depth = 0;
        while (m_at < m_pattern.size()) {
            const char c = m_pattern[m_at];
            if (c == '[') {
                skipClass();
                continue;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            m_at += c == '\\' ? 2 : 1;
            if (depth == 0) {
                return;
            }
        }
    }

    std::string_view m_pattern;
    std::size_t m_at = 0;
    std::string m_row;
    std::string m_best;
};

} // namespace

std::string neededText(std::string_view pattern)
{
    return NeededFinder(pattern).run();
}

Mark::Mark(const json::Value& description)
    : m_regex(patternOf(description), Regex::Bytes | (description["nocase"].toBool() ? Regex::IgnoreCase : 0U))
    , m_needed(neededFor(description))
    , m_narrow(description["wide"].toString() != "only")
    , m_wide(!m_narrow || description["wide"].toBool())
{
}

bool Mark::isIn(const MarkedText& text) const
{
    return first(text).has_value();
}

int Mark::count(const MarkedText& text, int most) const
{
    int found = 0;
    forEach(text, [&](std::int64_t) { return ++found < most; });
    return found;
}

std::optional<std::int64_t> Mark::first(const MarkedText& text) const
{
    std::optional<std::int64_t> place;
    // A wide match may stand before the first narrow one: one of each is looked at.
    const auto keep = [&place](std::int64_t found) {
        place = std::min(place.value_or(found), found);
        return false;
    };
    forEach(text, keep);
    return place;
}

bool Mark::beginsWithin(const MarkedText& text, std::int64_t from, std::int64_t to) const
{
    bool found = false;
    const auto visit = [&](std::int64_t place) {
        found = place >= from && place <= to;
        return !found && place < to;
    };
    if (!m_narrow || m_wide) {
        forEach(text, visit);
        return found;
    }
    const auto size = std::int64_t(text.bytes().size());
    // Nothing beyond the last place a match can reach is looked at; the end of the file must stay the end.
    const std::int64_t end = std::min(size, to + 1 + std::int64_t(longestMatch));
    forEachIn(text.bytes().substr(0, std::size_t(std::max<std::int64_t>(end, 0))),
        std::size_t(std::clamp<std::int64_t>(from, 0, size)), longestMatch,
        [&](std::size_t place) { return visit(std::int64_t(place)); });
    return found;
}

void Mark::forEach(const MarkedText& text, const Visit& visit) const
{
    if (m_narrow && text.lowerBytes().contains(m_needed)
        && !forEachIn(text.bytes(), 0, longestMatch, [&](std::size_t at) { return visit(std::int64_t(at)); })
        && !m_wide) {
        return;
    }
    if (m_wide && !text.wide().empty() && text.lowerWide().contains(m_needed)) {
        forEachIn(text.wide(), 0, longestMatch / 2, [&](std::size_t at) { return visit(text.placeOf(at)); });
    }
}

bool Mark::forEachIn(std::string_view subject, std::size_t from, std::size_t longest,
    const std::function<bool(std::size_t)>& visit) const
{
    while (const auto match = m_regex.search(subject, from)) {
        if (match->end - match->start <= longest && !visit(match->start)) {
            return false;
        }
        from = match->start + 1;
    }
    return true;
}

} // namespace core::filetype
