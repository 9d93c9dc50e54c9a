// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filetype/scripttypes.h"

#include "core/ioc/regex.h"

#include <algorithm>
#include <vector>

namespace core::filetype {

namespace {

// A language, and the marks of which a text must have `least`.
struct Language {
    std::string_view type;
    int least;
    std::vector<Regex> marks;
};

std::vector<Regex> patterns(std::initializer_list<std::string_view> texts)
{
    std::vector<Regex> compiled;
    for (const std::string_view text : texts) {
        compiled.emplace_back(text, Regex::IgnoreCase | Regex::Bytes);
    }
    return compiled;
}

const std::vector<Language>& languages()
{
    static const std::vector<Language> list = {
        {"code/html", 1, patterns({R"((^|\n|>)[ \t]*<!doctype html>)", R"(<html[\s>])"})},
        {"code/vbs", 2,
            patterns({R"((^|\n)\s*(dim|const|set)\s+\w+)", R"(\bcreateobject\s*\()",
                R"((^|\n)\s*(end (sub|function|if)|on error resume next))", R"(\bwscript\.)"})},
        {"code/ps1", 2,
            patterns({R"((^|\s|\()\$\w+\s*=)", R"(\b(get|set|new|invoke|write|start)-[a-z]{3,})",
                R"(\[(system\.)?(convert|text\.encoding|io\.\w+)\]::)",
                R"(\s-(executionpolicy|encodedcommand|noprofile)\b)"})},
        {"code/javascript", 2,
            patterns({R"((^|[;\s])(var|let|const)[ \t]+\w+[ \t]*=)", R"(\bnew[ \t]+ActiveXObject\()",
                R"(\bfunction\s*\w*\s*\([\w, ]*\)\s*\{)", R"(\b(unescape|settimeout|eval|alert)\()",
                R"(\b(document|window)\.\w+)", R"(\.(charat|charcodeat|tostring)\()"})},
        {"code/batch", 2,
            patterns({R"((^|\n)\s*@?echo\s+off)", R"((^|\n)\s*(set\s+\w+=|goto\s+\w+|rem\s))", R"(%\w+%)",
                R"((^|\n)\s*@?(start|del|copy|reg\s+add|cmd)\s)"})},
        {"code/python", 2,
            patterns({R"((^|\n)(import|from)\s+[\w.]+)", R"((^|\n)\s*def\s+\w+\(.*\):)",
                R"((^|\n)\s*(class\s+\w+|try|except.*|for\s+\w+\s+in\s+.*):)"})},
    };
    return list;
}

} // namespace

bool isMarkup(std::string_view text)
{
    static constexpr std::size_t reach = 256;
    static const Regex opening(R"(\s*<[^/<>\n][^<>]*>)", Regex::Bytes);
    static const Regex closing(R"(</[^<>\n]+>\s*\z)", Regex::Bytes);
    const auto start = opening.search(text);
    return start && start->start <= reach
        && closing.contains(text.substr(text.size() - std::min(text.size(), reach)));
}

bool isTable(std::string_view text)
{
    static constexpr std::size_t rowsRead = 100;
    std::vector<std::size_t> widths;
    bool quoted = false;
    bool atFieldStart = true;
    bool closed = false; // just now: a quote here was doubled
    std::size_t width = 0; // fields of the row so far; none of an empty line
    const auto endRow = [&] {
        widths.push_back(width);
        width = 0;
        atFieldStart = true;
    };
    for (std::size_t i = 0; i < text.size() && widths.size() < rowsRead; ++i) {
        const char c = text[i];
        if (quoted) {
            quoted = c != '"';
            closed = !quoted;
        } else if (c == '\n' || c == '\r') {
            i += c == '\r' && text.substr(i + 1).starts_with('\n') ? 1 : 0;
            endRow();
        } else {
            width = std::max<std::size_t>(width, 1);
            quoted = c == '"' && (atFieldStart || closed);
            closed = false;
            width += c == ',' ? 1 : 0;
            atFieldStart = c == ',';
        }
    }
    if (width > 0 && widths.size() < rowsRead) {
        endRow();
    }
    return widths.size() > 2 && std::ranges::all_of(widths, [&](std::size_t w) { return w == widths.front(); });
}

std::string scriptType(std::string_view text)
{
    static constexpr std::size_t read = 1 << 16; // a script shows itself early
    const std::string_view start = text.substr(0, read);
    for (const Language& language : languages()) {
        const auto found
            = std::ranges::count_if(language.marks, [&](const Regex& mark) { return mark.contains(start); });
        if (found >= language.least) {
            return std::string(language.type);
        }
    }
    return {};
}

} // namespace core::filetype
