// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ioc/networkfinder.h"

#include "core/ioc/bytes.h"
#include "core/ioc/domaincheck.h"
#include "core/ioc/regex.h"
#include "core/ioc/text.h"
#include "core/reference/domains.h"

#include <algorithm>

namespace core {

namespace {

const Regex& urlRegex()
{
    static const Regex regex(
        R"((?:t?ftp|https?|wss?|udp|socks(?:\d[a-z]?)?)://(?:[\w!$-.:;=~@]*@)?)"
        R"((?:(?!%5B)[%A-Z0-9.-]{4,253}|(?:\[|%5B)[%0-9A-F:]{3,117}(?:\]|%5D))(?::[0-6]?[0-9]{1,4})?)"
        R"((?:[/?#](?:[\w!#-/:;=@?~]*[\w!#-&(*+\-/:=@?~])?)?)",
        Regex::Bytes | Regex::IgnoreCase);
    return regex;
}

const Regex& restOfQuotedRegex()
{
    static const Regex regex(R"([a-zA-Z0-9\s\.\/]+")", Regex::Bytes);
    return regex;
}

const Regex& percentRegex()
{
    static const Regex regex("%([0-9a-f]{2})", Regex::Bytes | Regex::IgnoreCase);
    return regex;
}

int hexValue(char c)
{
    return bytes::isDigit(c) ? c - '0' : bytes::lower(c) - 'a' + 10;
}

// Unreserved characters decoded, other encodings in upper case.
std::string withNormalPercents(std::string_view url)
{
    return percentRegex().replace(url, [](const Regex::Match& match) {
        const std::string_view digits = match.group(1);
        const char c = static_cast<char>(hexValue(digits[0]) * 16 + hexValue(digits[1]));
        const bool unreserved = bytes::isLetter(c) || bytes::isDigit(c) || c == '-' || c == '.' || c == '_' || c == '~';
        return unreserved ? std::string(1, c) : upperCase(match.group());
    });
}

std::string withoutWhiteSpace(std::string_view url)
{
    while (!url.empty() && bytes::isSpace(url.front())) {
        url.remove_prefix(1);
    }
    while (!url.empty() && bytes::isSpace(url.back())) {
        url.remove_suffix(1);
    }
    std::string out;
    for (const char c : url) {
        if (c == ' ') {
            out += "%20";
        } else if (c != '\r' && c != '\n' && c != '\t') {
            out += c;
        }
    }
    return out;
}

bool isPrintable(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7f; });
}

// The ten bytes before a position, as Python's data[at - 10:at]: counted from the end where `at` is smaller.
std::string_view tenBefore(std::string_view data, std::size_t at)
{
    std::size_t from = at - 10;
    if (at < 10) {
        from = data.size() + at > 10 ? data.size() + at - 10 : 0;
    }
    return from < at ? data.substr(from, at - from) : std::string_view();
}

// At the start of the data: "http://example.com0" of Pascal strings extracted as text.
std::string_view withoutPascalZero(std::string_view url)
{
    if (std::ranges::count(url, '/') != 2) {
        return url;
    }
    const std::string_view tld = url.substr(url.rfind('.') + 1);
    const std::size_t zero = tld.find('0');
    if (zero == std::string_view::npos || !reference::isExtractedTopLevelDomain(upperCase(tld.substr(0, zero)))) {
        return url;
    }
    return url.substr(0, url.size() - tld.size() + zero);
}

// The URL as its surroundings limit it.
std::string_view inContext(std::string_view data, const Regex::Match& match)
{
    const std::string_view url = match.group();
    if (match.start == 0) {
        return withoutPascalZero(url);
    }
    const auto previous = static_cast<unsigned char>(data[match.start - 1]);
    if (previous < url.size() && url[previous] == '0' && !isPrintable(tenBefore(data, match.start))) {
        return url.substr(0, previous); // a Pascal string, whose length stands before it
    }
    if (previous == '\'' || previous == '(') {
        return url.substr(0, url.find(previous == '(' ? ')' : '\''));
    }
    const char next = match.end + 1 < data.size() ? data[match.end + 1] : '\0';
    if (next != '\0' && previous == '"' && next != '"') {
        if (const auto rest = restOfQuotedRegex().match(data, match.end)) {
            return data.substr(match.start, rest->end - 1 - match.start);
        }
    }
    return url;
}

} // namespace

std::vector<std::string> findUrls(std::string_view data)
{
    std::vector<std::string> out;
    urlRegex().forEach(data, [&](const Regex::Match& match) {
        const std::string_view url = inContext(data, match);
        if (isReportableUrl(url)) {
            out.push_back(withNormalPercents(withoutWhiteSpace(url)));
        }
        return true;
    });
    return out;
}

} // namespace core
