// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filetype/csvsniffer.h"

#include "core/ioc/regex.h"
#include "core/ioc/text.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

namespace core::filetype {

namespace {

constexpr std::size_t sampleLength = 1024;
constexpr int asciiCount = 127;

// Counted names in order of first appearance: Python's dicts keep it, and the first of equals wins.
class Tally {
public:
    void add(const std::string& name)
    {
        const auto row = std::ranges::find(m_rows, name, &Row::first);
        if (row == m_rows.end()) {
            m_rows.emplace_back(name, 1);
        } else {
            ++row->second;
        }
    }

    bool empty() const { return m_rows.empty(); }
    const std::pair<std::string, int>& most() const { return *std::ranges::max_element(m_rows, {}, &Row::second); }

private:
    using Row = std::pair<std::string, int>;
    std::vector<Row> m_rows;
};

// The text's line ends as Python's text files give them without a newline setting of their own: as they are.
std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (end > 0) {
            lines.push_back(text.substr(0, end));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::size_t countOf(std::string_view line, std::string_view part)
{
    std::size_t count = 0;
    for (std::size_t at = line.find(part); at != std::string_view::npos; at = line.find(part, at + part.size())) {
        ++count;
    }
    return count;
}

bool hasSpaceAfter(std::string_view line, char delimiter)
{
    return countOf(line, std::string_view(&delimiter, 1)) == countOf(line, std::string{delimiter, ' '});
}

// What encloses texts, and what stands between them.
struct Quotes {
    std::string quote;
    std::string delimiter;
    bool space = false;
    bool doubled = false;
};

std::optional<Quotes> guessQuotes(std::string_view sample)
{
    static const std::array patterns{
        Regex(R"((?sm)(?P<delim>[^\w\n"'])(?P<space> ?)(?P<quote>["']).*?(?P=quote)(?P=delim))"),
        Regex(R"((?sm)(?:^|\n)(?P<quote>["']).*?(?P=quote)(?P<delim>[^\w\n"'])(?P<space> ?))"),
        Regex(R"((?sm)(?P<delim>[^\w\n"'])(?P<space> ?)(?P<quote>["']).*?(?P=quote)(?:$|\n))"),
        Regex(R"((?sm)(?:^|\n)(?P<quote>["']).*?(?P=quote)(?:$|\n))"),
    };
    for (const Regex& pattern : patterns) {
        Tally quotes;
        Tally delimiters;
        int spaces = 0;
        pattern.forEach(sample, [&](const Regex::Match& match) {
            quotes.add(std::string(match.group(pattern.groupIndex("quote"))));
            if (const std::size_t group = pattern.groupIndex("delim"); group > 0) {
                delimiters.add(std::string(match.group(group)));
                spaces += match.group(pattern.groupIndex("space")).empty() ? 0 : 1;
            }
            return true;
        });
        if (quotes.empty()) {
            continue;
        }
        Quotes found{quotes.most().first, {}, false, false};
        if (!delimiters.empty()) {
            found.delimiter = delimiters.most().first;
            found.space = delimiters.most().second == spaces;
        }
        return found;
    }
    return std::nullopt;
}

std::string escapedDelimiter(const std::string& delimiter)
{
    return delimiter.empty() || static_cast<unsigned char>(delimiter[0]) >= 0x80 ? delimiter : '\\' + delimiter;
}

// A quote between quotes: they are written twice.
bool hasDoubledQuotes(std::string_view sample, const Quotes& quotes)
{
    const std::string d = escapedDelimiter(quotes.delimiter);
    const std::string& q = quotes.quote;
    const std::string inner = "[^" + d + "\\n]*";
    const Regex doubled("(?m)((" + d + ")|^)\\W*" + q + inner + q + inner + q + "\\W*((" + d + ")|$)");
    return doubled.contains(sample);
}

// How often a character stands in a line, by the number of lines in which it does, in order of first appearance.
using Frequencies = std::vector<std::pair<std::size_t, int>>;

void addFrequency(Frequencies& frequencies, std::size_t frequency)
{
    const auto row = std::ranges::find(frequencies, frequency, &Frequencies::value_type::first);
    if (row == frequencies.end()) {
        frequencies.emplace_back(frequency, 1);
    } else {
        ++row->second;
    }
}

// The most usual frequency, with the lines that have it less those that do not.
std::pair<std::size_t, int> modeOf(const Frequencies& frequencies)
{
    auto mode = *std::ranges::max_element(frequencies, {}, &Frequencies::value_type::second);
    const int lines = mode.second;
    for (const auto& [frequency, count] : frequencies) {
        mode.second -= frequency != mode.first ? count : 0;
    }
    return frequencies.size() > 1 ? mode : std::pair(mode.first, lines);
}

using Candidates = std::map<char, std::pair<std::size_t, int>>;

void addConsistent(Candidates& candidates, const Candidates& modes, double total)
{
    static constexpr double threshold = 0.9;
    static constexpr double step = 0.01;
    for (double consistency = 1.0; candidates.empty() && consistency >= threshold; consistency -= step) {
        for (const auto& [c, mode] : modes) {
            if (mode.first > 0 && mode.second > 0 && double(mode.second) / total >= consistency) {
                candidates.emplace(c, mode);
            }
        }
    }
}

std::optional<char> preferred(const Candidates& candidates)
{
    for (const char c : {',', '\t', ';', ' ', ':'}) {
        if (candidates.contains(c)) {
            return c;
        }
    }
    std::optional<std::pair<std::pair<std::size_t, int>, char>> best;
    for (const auto& [c, mode] : candidates) {
        best = std::max(best.value_or(std::pair(mode, c)), std::pair(mode, c));
    }
    return best ? std::optional(best->second) : std::nullopt;
}

// The character that stands equally often in each line, ten lines more at a time until one alone does.
std::optional<char> guessDelimiter(const std::vector<std::string_view>& lines)
{
    const std::size_t chunk = std::min<std::size_t>(10, lines.size());
    std::array<Frequencies, asciiCount> frequencies;
    Candidates modes;
    Candidates candidates;
    for (std::size_t start = 0; start < lines.size(); start += chunk) {
        const std::size_t end = std::min(start + chunk, lines.size());
        for (std::size_t i = start; i < end; ++i) {
            for (int c = 0; c < asciiCount; ++c) {
                addFrequency(frequencies[std::size_t(c)], std::size_t(std::ranges::count(lines[i], char(c))));
            }
        }
        for (int c = 0; c < asciiCount; ++c) {
            const Frequencies& own = frequencies[std::size_t(c)];
            if (own.size() > 1 || own.front().first > 0) {
                modes.insert_or_assign(char(c), modeOf(own));
            }
        }
        addConsistent(candidates, modes, double(end));
        if (candidates.size() == 1) {
            break;
        }
    }
    return preferred(candidates);
}

} // namespace

std::optional<CsvDialect> sniffCsv(std::string_view text)
{
    const std::string_view sample = firstCharacters(text, sampleLength);
    const auto quotes = guessQuotes(sample);
    CsvDialect dialect;
    if (quotes) {
        dialect.quote = quotes->quote.front();
        dialect.doubled = hasDoubledQuotes(sample, *quotes);
    } else {
        dialect.doubled = false;
    }
    if (quotes && quotes->delimiter.size() == 1 && quotes->delimiter != "\n") {
        dialect.delimiter = quotes->delimiter.front();
        dialect.spaceAfterDelimiter = quotes->space;
        return dialect;
    }
    const auto lines = linesOf(sample);
    const auto delimiter = lines.empty() ? std::nullopt : guessDelimiter(lines);
    if (!delimiter) {
        return std::nullopt;
    }
    dialect.delimiter = *delimiter;
    dialect.spaceAfterDelimiter = hasSpaceAfter(lines.front(), *delimiter);
    return dialect;
}

} // namespace core::filetype
