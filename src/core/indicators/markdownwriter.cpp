// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/indicators/formats.h"

#include "core/ioc/text.h"
#include "core/visibletext.h"

#include <algorithm>
#include <array>

namespace core::indicators {

namespace {

// Controls as \x escapes, other invisible characters as <U+202E>; line breaks and tabs become spaces.
std::string inOneLine(std::string_view text)
{
    std::string line = safeStr(text);
    std::ranges::replace_if(line, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return visibleUtf8(line);
}

// Text of a report is never markup: everything that Markdown or the HTML in it could act on is escaped.
std::string plain(std::string_view text)
{
    std::string out;
    for (const char letter : inOneLine(text)) {
        if (std::string_view("\\`*_{}[]<>()#!|~&").contains(letter)) {
            out += '\\';
        }
        out += letter;
    }
    return out;
}

// Fixed-width in a table cell: fenced by more backticks than the text has in a row, its bars escaped as tables demand.
std::string code(std::string_view text)
{
    std::string inner;
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char letter : inOneLine(text)) {
        run = letter == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
        if (letter == '|') {
            inner += '\\';
        }
        inner += letter;
    }
    const std::string fence(longest + 1, '`');
    return longest > 0 ? fence + ' ' + inner + ' ' + fence : fence + inner + fence;
}

std::string_view headingOf(IndicatorKind kind)
{
    static constexpr std::array<std::string_view, IndicatorKindCount> headings{"IP addresses", "Domains", "URLs",
        "Email addresses", "MD5", "SHA-1", "SHA-256", "File names", "Registry keys", "Mutexes", "Command lines",
        "User agents"};
    return headings[std::size_t(kind)];
}

void appendSample(std::string& out, const IndicatorSet& set)
{
    const SampleInfo& sample = set.sample;
    out += "# CAPE analysis of " + plain(subjectOf(set)) + "\n\n| | |\n|---|---|\n";
    const auto row = [&out](std::string_view name, const std::string& value) {
        if (!value.empty()) {
            out.append("| ").append(name).append(" | ").append(value).append(" |\n");
        }
    };
    row("SHA-256", sample.sha256.empty() ? std::string() : code(sample.sha256));
    row("SHA-1", sample.sha1.empty() ? std::string() : code(sample.sha1));
    row("MD5", sample.md5.empty() ? std::string() : code(sample.md5));
    row("Type", plain(sample.type));
    row("Size", sample.size > 0 ? std::to_string(sample.size) + " bytes" : std::string());
    row("Analysed", set.analysed.isValid() ? isoTime(set.analysed) : std::string());
    row("Score", std::to_string(set.score));
    row("Families", plain(joined(set.families, ", ")));
}

void appendTechniques(std::string& out, const IndicatorSet& set)
{
    if (set.techniques.empty()) {
        return;
    }
    out += "\n## MITRE ATT&CK\n\n| Technique | Name | Score | Seen as |\n|---|---|---:|---|\n";
    for (const SeenTechnique& technique : set.techniques) {
        out += "| " + plain(technique.id) + " | " + plain(technique.name) + " | " + std::to_string(technique.score)
            + " | " + plain(joined(technique.heuristics)) + " |\n";
    }
}

} // namespace

std::string toMarkdown(const IndicatorSet& set, Defanging defanging)
{
    std::string out;
    appendSample(out, set);
    appendTechniques(out, set);
    std::optional<IndicatorKind> kind;
    for (const Indicator& indicator : set.indicators) {
        if (kind != indicator.kind) {
            kind = indicator.kind;
            out.append("\n## ").append(headingOf(*kind)).append("\n\n| Value | Score | Named by |\n|---|---:|---|\n");
        }
        out += "| " + code(shownValue(indicator, defanging)) + " | " + std::to_string(indicator.score) + " | "
            + plain(joined(indicator.sources)) + " |\n";
    }
    return out;
}

} // namespace core::indicators
