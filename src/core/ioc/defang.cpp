// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ioc/defang.h"

#include "core/ioc/ipaddress.h"
#include "core/ioc/netvalidation.h"
#include "core/ioc/regex.h"
#include "core/ioc/text.h"

#include <algorithm>

namespace core {

namespace {

std::string replacedAll(std::string_view text, char from, std::string_view to)
{
    std::string out;
    for (const char c : text) {
        if (c == from) {
            out += to;
        } else {
            out += c;
        }
    }
    return out;
}

// http -> hxxp, ftp -> fxp; other schemes open nothing, or are told by their host.
std::string defangedScheme(std::string_view scheme)
{
    const std::string lower = lowerCase(scheme);
    if (lower == "http" || lower == "https") {
        return "hxxp" + lower.substr(4);
    }
    if (lower == "ftp" || lower == "ftps") {
        return "fxp" + lower.substr(3);
    }
    return std::string(scheme);
}

// The brackets go where a link would be made: at dots, and at the colons of an IPv6 address.
std::string defangedHost(std::string_view host)
{
    if (isIpv6(host)) {
        return replacedAll(host, ':', "[:]");
    }
    return replacedAll(host, '.', "[.]");
}

// Credentials, host and port.
std::string defangedAuthority(std::string_view authority)
{
    std::string out;
    if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos) {
        out = std::string(authority.substr(0, at)) + "[@]";
        authority.remove_prefix(at + 1);
    }
    if (authority.starts_with('[')) {
        return out + replacedAll(authority, '.', "[.]"); // an address in brackets is no link without its scheme
    }
    const std::size_t port = std::min(authority.find(':'), authority.size());
    return out + defangedHost(authority.substr(0, port)) + std::string(authority.substr(port));
}

const Regex& schemeRegex()
{
    static const Regex regex(R"(([A-Za-z][A-Za-z0-9+.-]*)://)", Regex::Bytes);
    return regex;
}

const Regex& linkRegex()
{
    static const Regex regex(R"([A-Za-z][A-Za-z0-9+.-]*://[^\s"'<>]+|[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}|)"
                             R"((?<![\w.\\/-])(?:[A-Za-z0-9_-]+\.)+[A-Za-z0-9-]{1,63}(?![\w\\-]))",
        Regex::Bytes);
    return regex;
}

bool isLink(std::string_view text)
{
    return text.contains("://") || text.contains('@') || isValidDomain(text) || parseIpv4(text).has_value();
}

} // namespace

std::string defang(std::string_view ioc)
{
    if (const auto scheme = schemeRegex().match(ioc)) {
        const std::string_view rest = ioc.substr(scheme->end);
        const std::size_t end = std::min(rest.find_first_of("/?#\\"), rest.size());
        return defangedScheme(scheme->group(1)) + "://" + defangedAuthority(rest.substr(0, end))
            + std::string(rest.substr(end));
    }
    if (isIpv6(ioc)) {
        return defangedHost(ioc);
    }
    const std::size_t end = std::min(ioc.find_first_of("/?#"), ioc.size());
    return defangedAuthority(ioc.substr(0, end)) + std::string(ioc.substr(end));
}

std::string defangText(std::string_view text)
{
    return linkRegex().replace(text, [](const Regex::Match& match) {
        return isLink(match.group()) ? defang(match.group()) : std::string(match.group());
    });
}

std::string refang(std::string_view text)
{
    struct Rule {
        Regex regex;
        std::string_view plain;
    };
    static const Rule rules[] = {
        {Regex(R"(\bhxxp(?=s?(?:\[?:\]?//|:)))", Regex::Bytes | Regex::IgnoreCase), "http"},
        {Regex(R"(\bfxp(?=s?(?:\[?:\]?//|:)))", Regex::Bytes | Regex::IgnoreCase), "ftp"},
        {Regex(R"(\[://\]|\[:\]//|:\[//\]|:\\\\)", Regex::Bytes), "://"},
        {Regex(R"(\s?[\[({](?:\.|dot)[\])}]\s?|\[\.(?=\w)|(?<=\w)\.\])", Regex::Bytes | Regex::IgnoreCase), "."},
        {Regex(R"(\s?[\[({](?:@|at)[\])}]\s?)", Regex::Bytes | Regex::IgnoreCase), "@"},
        {Regex(R"([\[({]:[\])}])", Regex::Bytes), ":"},
        {Regex(R"((?<=\w)\\\.(?=\w))", Regex::Bytes), "."},
    };
    std::string out(text);
    for (const Rule& rule : rules) {
        out = rule.regex.replace(out, rule.plain);
    }
    return out;
}

} // namespace core
