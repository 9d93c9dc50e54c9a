// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ioc/shellcommands.h"

#include "core/ioc/bytes.h"
#include "core/ioc/regex.h"

#include <QByteArray>
#include <QStringDecoder>

#include <algorithm>

namespace core {

namespace {

const Regex& cmdRegex()
{
    static const Regex regex(
        R"re(("(?:C:\\WINDOWS\\system32\\)?\bcmd(?:.exe)?"|(?:C:\\Windows\\System32\\)?\bc\^?m\^?d\b)[^\x00]*)re",
        Regex::Bytes | Regex::IgnoreCase);
    return regex;
}

const Regex& powershellRegex()
{
    static const Regex regex(
        R"re((?:^|/c|/k|/r|[;,=&'"({\\])\s*(\^?\bp\^?(?:o\^?w\^?e\^?r\^?s\^?h\^?e\^?l\^?l|w\^?s\^?h)(?:\^?.\^?e\^?x\^?e)?)\b)re",
        Regex::Bytes | Regex::IgnoreCase);
    return regex;
}

// Switches up to an encoded command and the command itself: -e, -ec, -enc ... -encodedcommand.
const Regex& encodedRegex()
{
    static const Regex regex(
        R"re("?(?:(?:\^?\s)*\^?(?:\s\^?-|/)[a-z^]+)*(?:\^?\s)*\^?(?:\s\^?-|/)\^?)re"
        R"re(e\^?(?:c|n\^?(?:c\^?(?:o\^?(?:d\^?(?:e\^?(?:d\^?(?:c\^?(?:o\^?(?:m\^?(?:m\^?(?:a\^?(?:n\^?d?)?)?)?)?)?)?)?)?)?)?)?)?)re"
        R"re((?:\^?\s)+\^?["']?[a-z0-9+/^]{4,}=?\^?=?\^?['"]?)re",
        Regex::Bytes | Regex::IgnoreCase);
    return regex;
}

const Regex& powershellArgumentsRegex()
{
    static const Regex regex(R"(\s*(powershell|pwsh)?(.exe)?\s*((-|/)[^\s]+\s+)*)", Regex::Bytes);
    return regex;
}

const Regex& cmdArgumentsRegex()
{
    static const Regex regex("&|/(c|k|r)", Regex::Bytes | Regex::IgnoreCase);
    return regex;
}

std::string_view strip(std::string_view text)
{
    while (!text.empty() && bytes::isSpace(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && bytes::isSpace(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::vector<std::string_view> words(std::string_view text)
{
    std::vector<std::string_view> out;
    for (text = strip(text); !text.empty(); text = strip(text)) {
        const auto end = std::ranges::find_if(text, bytes::isSpace);
        out.push_back(text.substr(0, std::size_t(end - text.begin())));
        text.remove_prefix(out.back().size());
    }
    return out;
}

std::string joined(const std::vector<std::string_view>& parts, std::string_view separator)
{
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        out += i > 0 ? separator : std::string_view();
        out += parts[i];
    }
    return out;
}

// Drops a quote that closes the program and was opened before it; whether there was one.
bool dropClosingQuote(std::string_view& program)
{
    for (const char quote : {'"', '\''}) {
        if (program.ends_with(quote) && !program.starts_with(quote)) {
            program.remove_suffix(1);
            return true;
        }
    }
    return false;
}

// What cmd.exe makes of carets: each stands for the character after it, except in quotes.
std::string withoutCarets(std::string_view cmd)
{
    std::string out;
    bool quoted = false;
    std::size_t i = 0;
    while (i + 1 < cmd.size()) {
        if (cmd[i] == '"') {
            quoted = !quoted;
        } else if (cmd[i] == '\r') {
            quoted = false;
        } else if (cmd[i] == '^' && !quoted) {
            ++i;
            if (cmd[i] == '\r') {
                i += 2; // a line that goes on
            }
        }
        if (i < cmd.size()) {
            out += cmd[i];
        }
        ++i;
    }
    if (i < cmd.size() && (cmd[i] != '^' || quoted)) {
        out += cmd[i];
    }
    return out;
}

// Up to the bracket that closes one opened before the command.
std::string_view upToOuterBracket(std::string_view cmd)
{
    int open = 0;
    for (std::size_t i = 0; i < cmd.size(); ++i) {
        open += cmd[i] == '(' ? 1 : cmd[i] == ')' ? -1 : 0;
        if (open < 0) {
            return cmd.substr(0, i);
        }
    }
    return cmd;
}

// Python's data[start:end], where `end` is what bytes.find gave: -1, and so all but the last byte, for not found.
std::string_view sliceTo(std::string_view data, std::size_t start, std::size_t end)
{
    if (end == std::string_view::npos) {
        end = data.size() - 1;
    }
    return end > start ? data.substr(start, end - start) : std::string_view();
}

// The command from `start` to the end of the quotes or the FOR loop that it stands in.
std::string_view inQuotes(std::string_view data, std::size_t start)
{
    const std::size_t quote = data.substr(0, start + 1).find_last_of("'\"");
    if (quote == std::string_view::npos) {
        return data.substr(start);
    }
    if (data[quote] == '"') {
        return sliceTo(data, start, data.find('"', start));
    }
    const bool forLoop = quote > 0 && data[quote - 1] == '(';
    return sliceTo(data, start, forLoop ? data.find("')", start) : data.find('\'', start));
}

std::string fromUtf16(const QByteArray& bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf16LE, QStringDecoder::Flag::ConvertInitialBom);
    if (bytes.startsWith("\xfe\xff")) {
        decoder = QStringDecoder(QStringDecoder::Utf16BE);
    } else if (bytes.startsWith("\xff\xfe")) {
        decoder = QStringDecoder(QStringDecoder::Utf16LE);
    }
    QString text = decoder(QByteArrayView(bytes).first(bytes.size() & ~qsizetype(1)));
    std::string out;
    for (qsizetype i = 0; i < text.size(); ++i) { // what is no text is left out
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            out += QStringView(text).sliced(i++, 2).toUtf8().toStdString();
        } else if (!text[i].isSurrogate()) {
            out += QStringView(text).sliced(i, 1).toUtf8().toStdString();
        }
    }
    return out;
}

// The command line with its encoded command decoded; empty where that is no base64.
std::string decoded(std::string_view powershell)
{
    std::vector<std::string_view> parts = words(powershell);
    if (parts.size() < 2) {
        return {};
    }
    std::string_view encoded = parts.back();
    const std::string_view invocation = powershell.substr(0, std::size_t(encoded.data() - powershell.data()));
    const std::size_t first = encoded.find_first_not_of("'\"");
    encoded = first == std::string_view::npos ? std::string_view()
                                              : encoded.substr(first, encoded.find_last_not_of("'\"") - first + 1);
    if (encoded.size() % 4 != 0 || encoded.contains('^')) {
        return {};
    }
    std::string dashed; // switches as PowerShell writes them
    for (const char c : invocation) {
        dashed += c == '/' ? " -" : std::string(1, c);
    }
    std::vector<std::string_view> arguments = words(dashed);
    dropClosingQuote(arguments.front());
    arguments.pop_back();
    const QByteArray base64(encoded.data(), qsizetype(encoded.size()));
    return joined(arguments, " ") + " -Command " + fromUtf16(QByteArray::fromBase64(base64));
}

} // namespace

std::vector<std::string> findPowershellStrings(std::string_view text)
{
    std::vector<std::string> out;
    powershellRegex().forEach(text, [&](const Regex::Match& indicator) {
        const auto start = std::size_t(indicator.group(1).data() - text.data());
        const auto encoded = encodedRegex().match(text, indicator.end);
        const std::string_view found = encoded ? text.substr(start, encoded->end - start) : inQuotes(text, start);
        std::string plain = withoutCarets(found);
        if (!encoded) {
            out.push_back(std::move(plain));
            return true;
        }
        std::string command = decoded(plain);
        if (!command.empty()) {
            out.push_back(plain != found ? std::move(plain) : std::move(command));
        }
        return true;
    });
    return out;
}

std::vector<std::string> findCmdStrings(std::string_view text)
{
    std::vector<std::string> out;
    cmdRegex().forEach(text, [&](const Regex::Match& match) {
        std::string command = withoutCarets(upToOuterBracket(match.group()));
        std::vector<std::string_view> parts = words(command);
        if (!parts.empty() && dropClosingQuote(parts.front())) {
            command = joined(parts, " ");
        }
        out.push_back(std::move(command));
        return true;
    });
    return out;
}

std::string powershellCommand(std::string_view powershell)
{
    const auto arguments = powershellArgumentsRegex().match(powershell);
    std::string_view command = powershell.substr(arguments ? arguments->end : 0);
    if (command.size() > 1 && (command.front() == '"' || command.front() == '\'')
        && command.front() == command.back()) {
        command = command.substr(1, command.size() - 2);
    }
    return std::string(command);
}

std::string cmdCommand(std::string_view cmd)
{
    const auto arguments = cmdArgumentsRegex().search(cmd);
    if (!arguments) {
        return {};
    }
    std::string command(strip(cmd.substr(arguments->end)));
    if (command.starts_with('"')) {
        const std::size_t last = command.rfind('"');
        command.erase(last, last > 0 ? 1 : 0);
        command.erase(0, 1);
    }
    return command;
}

} // namespace core
