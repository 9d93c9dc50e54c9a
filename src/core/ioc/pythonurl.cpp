// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ioc/pythonurl.h"

#include "core/ioc/ipaddress.h"
#include "core/ioc/text.h"

#include <QString>

#include <algorithm>
#include <array>
#include <charconv>
#include <format>
#include <tuple>
#include <utility>

namespace core {

namespace {

constexpr std::array schemesWithNetloc = std::to_array<std::string_view>(
    {"", "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms", "https", "shttp", "snews",
        "prospero", "rtsp", "rtsps", "rtspu", "rsync", "svn", "svn+ssh", "sftp", "nfs", "git", "git+ssh", "ws", "wss"});
constexpr std::array schemesWithParams = std::to_array<std::string_view>({"", "ftp", "hdl", "prospero", "http", "imap",
    "https", "shttp", "rtsp", "rtsps", "rtspu", "sip", "sips", "mms", "sftp", "tel"});

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isSchemeCharacter(char c)
{
    return isLetter(c) || isDigit(c) || c == '+' || c == '-' || c == '.';
}

bool isAscii(std::string_view text)
{
    return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// The text before the first separator, and after it; the text and nothing where there is none.
std::pair<std::string_view, std::string_view> partition(std::string_view text, char separator)
{
    const std::size_t at = text.find(separator);
    return at == std::string_view::npos ? std::pair(text, std::string_view())
                                        : std::pair(text.substr(0, at), text.substr(at + 1));
}

std::string_view afterCredentials(std::string_view netloc)
{
    const std::size_t at = netloc.rfind('@');
    return at == std::string_view::npos ? netloc : netloc.substr(at + 1);
}

// Host and port as written.
std::pair<std::string_view, std::string_view> hostInfo(std::string_view netloc)
{
    const std::string_view host = afterCredentials(netloc);
    if (const std::size_t bracket = host.find('['); bracket != std::string_view::npos) {
        const auto [name, rest] = partition(host.substr(bracket + 1), ']');
        return {name, partition(rest, ':').second};
    }
    return partition(host, ':');
}

// "v1.name", a form of address that only RFC 3986 knows.
bool isFutureAddress(std::string_view host)
{
    const auto [version, rest] = partition(host.substr(1), '.');
    const auto isHex = [](char c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); };
    return !version.empty() && std::ranges::all_of(version, isHex) && !rest.empty() && !rest.contains('\n');
}

bool hasBracketsInPlace(std::string_view netloc)
{
    const bool opens = netloc.contains('[');
    if (opens != netloc.contains(']')) {
        return false;
    }
    if (!opens) {
        return true;
    }
    const std::string_view host = partition(partition(netloc, '[').second, ']').first;
    return host.starts_with('v') ? isFutureAddress(host) : isIpv6(host, true);
}

// Characters that turn into separators under NFKC make a URL lie about its host.
bool staysItselfNormalized(std::string_view netloc)
{
    if (isAscii(netloc)) {
        return true;
    }
    QString plain = QString::fromUtf8(netloc.data(), qsizetype(netloc.size()));
    plain.removeIf([](QChar c) { return c == u'@' || c == u':' || c == u'#' || c == u'?'; });
    const QString normalized = plain.normalized(QString::NormalizationForm_KC);
    return normalized == plain
        || std::ranges::none_of(normalized, [](QChar c) { return QStringView(u"/?#@:").contains(c); });
}

std::string cleaned(std::string_view url)
{
    const auto first = std::ranges::find_if(url, [](char c) { return static_cast<unsigned char>(c) > 0x20; });
    std::string out(first, url.end());
    std::erase_if(out, [](char c) { return c == '\t' || c == '\r' || c == '\n'; });
    return out;
}

} // namespace

std::string SplitUrl::hostname() const
{
    const std::string_view host = hostInfo(netloc).first;
    const std::size_t zone = std::min(host.find('%'), host.size());
    return lowerCase(host.substr(0, zone)) + std::string(host.substr(zone));
}

std::optional<int> SplitUrl::port() const
{
    const std::string_view text = hostInfo(netloc).second;
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || !std::ranges::all_of(text, isDigit) || error != std::errc() || value > 65535) {
        return std::nullopt;
    }
    return value;
}

bool SplitUrl::hasBadPort() const
{
    return !hostInfo(netloc).second.empty() && !port();
}

std::optional<SplitUrl> urlSplit(std::string_view text)
{
    const std::string url = cleaned(text);
    std::string_view rest = url;
    SplitUrl out;
    const std::size_t colon = rest.find(':');
    if (colon != std::string_view::npos && colon > 0 && isLetter(rest.front())
        && std::ranges::all_of(rest.substr(0, colon), isSchemeCharacter)) {
        out.scheme = lowerCase(rest.substr(0, colon));
        rest.remove_prefix(colon + 1);
    }
    if (rest.starts_with("//")) {
        const std::size_t end = std::min(rest.find_first_of("/?#", 2), rest.size());
        out.netloc = rest.substr(2, end - 2);
        rest.remove_prefix(end);
        if (!hasBracketsInPlace(out.netloc)) {
            return std::nullopt;
        }
    }
    std::tie(rest, out.fragment) = partition(rest, '#');
    std::tie(rest, out.query) = partition(rest, '?');
    out.path = rest;
    return staysItselfNormalized(out.netloc) ? std::optional(std::move(out)) : std::nullopt;
}

std::string urlUnsplit(const SplitUrl& url)
{
    std::string out = url.path;
    if (!url.netloc.empty()
        || (!url.scheme.empty() && std::ranges::contains(schemesWithNetloc, url.scheme) && !out.starts_with("//"))) {
        if (!out.empty() && !out.starts_with('/')) {
            out.insert(0, 1, '/');
        }
        out.insert(0, "//" + url.netloc);
    }
    if (!url.scheme.empty()) {
        out.insert(0, url.scheme + ":");
    }
    if (!url.query.empty()) {
        out += '?' + url.query;
    }
    if (!url.fragment.empty()) {
        out += '#' + url.fragment;
    }
    return out;
}

std::string takeParams(SplitUrl& url)
{
    if (!std::ranges::contains(schemesWithParams, url.scheme)) {
        return {};
    }
    const std::size_t slash = url.path.rfind('/');
    const std::size_t semicolon = url.path.find(';', slash == std::string::npos ? 0 : slash);
    if (semicolon == std::string::npos) {
        return {};
    }
    std::string params = url.path.substr(semicolon + 1);
    url.path.resize(semicolon);
    return params;
}

std::string quotePlus(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (isLetter(c) || isDigit(c) || c == '_' || c == '.' || c == '-' || c == '~') {
            out += c;
        } else if (c == ' ') {
            out += '+';
        } else {
            out += std::format("%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return out;
}

} // namespace core
