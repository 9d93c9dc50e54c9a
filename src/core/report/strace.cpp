// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/strace.h"

#include <algorithm>

namespace core {

namespace {

constexpr std::string_view numeric = "0123456789";

bool isOctal(char c)
{
    return c >= '0' && c <= '7';
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// One C string at the start of the text, which is left behind it.
std::optional<std::string> readString(std::string_view& text)
{
    if (!text.starts_with('"')) {
        return std::nullopt;
    }
    std::string value;
    std::size_t at = 1;
    while (at < text.size() && text[at] != '"') {
        if (text[at] != '\\' || at + 1 == text.size()) {
            value += text[at++];
            continue;
        }
        const char kind = text[++at];
        ++at;
        constexpr std::string_view letters = "ntrvfabe";
        constexpr std::string_view meant = "\n\t\r\v\f\a\b\x1b";
        if (const std::size_t letter = letters.find(kind); letter != std::string_view::npos) {
            value += meant[letter];
        } else if (kind == 'x') {
            int code = 0;
            for (int digits = 0; digits < 2 && at < text.size() && hexDigit(text[at]) >= 0; ++digits) {
                code = code * 16 + hexDigit(text[at++]);
            }
            value += char(code);
        } else if (isOctal(kind)) {
            int code = kind - '0';
            for (int digits = 1; digits < 3 && at < text.size() && isOctal(text[at]); ++digits) {
                code = code * 8 + (text[at++] - '0');
            }
            value += char(code);
        } else {
            value += kind;
        }
    }
    text.remove_prefix(std::min(at + 1, text.size()));
    return value;
}

std::string quoted(const std::string& argument)
{
    constexpr std::string_view special = " \t\n\"'\\$`|&;<>()*?[]#~!{}";
    if (!argument.empty() && argument.find_first_of(special) == std::string::npos) {
        return argument;
    }
    std::string text = "'";
    for (const char c : argument) {
        if (c == '\'') {
            text += "'\\''";
        } else {
            text += c;
        }
    }
    return text + '\'';
}

std::string_view withoutBlanks(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" ,");
    return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

} // namespace

std::optional<bool> straceStatus(std::string_view returned)
{
    constexpr std::string_view failure = "-1 E";
    if (returned.starts_with(failure) || returned == "-1") {
        return false;
    }
    const std::string_view number = returned.substr(0, returned.find(' '));
    if (number.starts_with("0x") && number.size() > 2) {
        return true; // an address
    }
    return !number.empty() && number.find_first_not_of(numeric) == std::string_view::npos ? std::optional(true)
                                                                                          : std::nullopt;
}

std::string commandLineOfArgv(std::string_view argv)
{
    if (!argv.starts_with('[')) {
        return {};
    }
    std::string line;
    for (std::string_view rest = withoutBlanks(argv.substr(1)); rest.starts_with('"'); rest = withoutBlanks(rest)) {
        const std::optional<std::string> argument = readString(rest);
        line += (line.empty() ? "" : " ") + quoted(*argument);
        if (rest.starts_with("...")) { // strace cuts long ones
            line += "...";
            rest.remove_prefix(3);
        }
    }
    return line;
}

void takeStraceCommandLines(std::vector<Process>& processes, const ApiCallStore& calls)
{
    const auto execve = calls.find("execve");
    const auto argv = calls.find("argv");
    if (!execve || !argv) {
        return;
    }
    for (Process& process : processes) {
        for (CallIndex call = process.calls.first; process.commandLine.empty() && call < process.calls.end(); ++call) {
            const CallIndex last = process.calls.end() - 1 - (call - process.calls.first);
            const auto argument = calls.apiId(last) == *execve ? calls.findArgument(last, *argv) : std::nullopt;
            if (argument && calls.status(last) != false) {
                process.commandLine = commandLineOfArgv(calls.argumentText(*argument));
            }
        }
    }
}

} // namespace core
