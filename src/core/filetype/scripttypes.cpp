// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filetype/scripttypes.h"

#include "core/ioc/regex.h"
#include "core/ioc/text.h"

#include <algorithm>
#include <set>
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

// Two names that only PowerShell has, or one with two of the shapes that it shares with other languages.
bool isPowerShell(std::string_view text)
{
    static const Regex cmdlets(
        R"(\b(iwr|add-(mppreference|type)|start-(bitstransfer|sleep|process)|get-(executionpolicy|service|process|)"
        R"(counter|winevent|childitem|variable|item|wmiobject)|(where|select|foreach|compare|new)-object|)"
        R"(convertto-html|clear-(history|content)|new-(itemproperty|webserviceproxy)|set-(alias|location|item|)"
        R"(itemproperty|stringmode)|wait-job|test-path|rename-item|stop-process|out-string|write-error|)"
        R"(invoke-(expression|webrequest)|copy-item|import-module|expand-archive)\b)",
        Regex::IgnoreCase | Regex::Bytes);
    static const std::vector<Regex> names = patterns(
        {R"(-(exclusionpath|memberdefinition|name|namespace|passthru|command|typename|join|split|property|outf(ile)?|)"
         R"(executionpolicy bypass|uri|taskname|trigger)\b)",
            R"((\.get(string|field|type|method)|frombase64string)\()", R"(system\.net\.webclient)",
            R"(net\.(servicepointmanager|securityprotocoltype))", R"(\[(system\.)?text\.encoding\]::utf8)",
            R"(\[(system\.)?(convert\]::toint32|string\]::join\())", R"(\[byte\[\]\][ \t]*\$\w+[ \t]*=)",
            R"(\[char\][ \t]*(\d\d|0x[0-9a-f]{1,2}))", R"(\|[ \t]*iex\b)", R"(\$pshome)"});
    static const std::vector<Regex> shapes = patterns(
        {R"(\$\w+[ \t]*=[ \t]*[^;\n|]+[;\n|])", R"(\s-[ic]?(eq|ne|gt|ge|lt|le|like|notlike|match|notmatch)\s)",
            R"(\s-[ic]?(replace|contains|notcontains|in|notin|is|isnot|and|or|xor)\s)", R"([\s(]-not\s)",
            R"((^|;|\s|\(|\*/)function([ \t]*|[ \t]+\w+[ \t]*)\([\w \t,]*\)\s*\{)"});
    std::set<std::string> used;
    cmdlets.forEach(text, [&](const Regex::Match& match) {
        used.insert(lowerCase(match.group()));
        return true;
    });
    const auto isIn = [&](const Regex& mark) { return mark.contains(text); };
    const auto strong = std::ptrdiff_t(used.size()) + std::ranges::count_if(names, isIn);
    return strong >= 2 || strong + std::ranges::count_if(shapes, isIn) >= 3;
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
    return isPowerShell(start) ? "code/ps1" : std::string();
}

} // namespace core::filetype
