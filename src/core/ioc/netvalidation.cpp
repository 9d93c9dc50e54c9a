// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ioc/netvalidation.h"

#include "core/ioc/ipaddress.h"
#include "core/ioc/pythonint.h"
#include "core/ioc/pythonurl.h"
#include "core/ioc/text.h"
#include "core/reference/domains.h"

#include <QString>
#include <QUrl>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace core {

namespace {

constexpr std::string_view proxyPort = ":443";

bool isDomainCharacter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

bool isLabel(std::string_view label)
{
    return !label.empty() && !label.starts_with('-') && !label.ends_with('-')
        && std::ranges::all_of(label, isDomainCharacter);
}

// In upper case, Unicode labels as punycode; empty where that is not possible.
std::string asciiDomain(std::string_view domain)
{
    const bool ascii = std::ranges::none_of(domain, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (ascii) {
        return upperCase(domain);
    }
    const QByteArray ace = QUrl::toAce(QString::fromUtf8(domain.data(), qsizetype(domain.size())));
    return upperCase(std::string_view(ace.data(), std::size_t(ace.size())));
}

void cutProxyPort(std::string& text)
{
    if (text.ends_with(proxyPort)) {
        text.resize(text.find(proxyPort));
    }
}

} // namespace

bool isValidDomain(std::string_view domain)
{
    if (domain.contains('@')) {
        return false;
    }
    const std::string upper = asciiDomain(domain);
    const std::string_view whole = upper;
    std::size_t start = 0;
    for (std::size_t dot = whole.find('.'); dot != std::string_view::npos; dot = whole.find('.', start)) {
        if (!isLabel(whole.substr(start, dot - start))) {
            return false;
        }
        start = dot + 1;
    }
    const std::string_view tld = whole.substr(start);
    if (start == 0 || !isLabel(tld)) {
        return false;
    }
    return reference::isTopLevelDomain(tld)
        || std::ranges::any_of(
            reference::specialDomains(), [whole](std::string_view special) { return whole.ends_with(special); });
}

bool isValidIp(std::string_view ip)
{
    if (std::ranges::count(ip, '.') != 3) {
        return false;
    }
    std::array<long long, 4> parts{};
    for (long long& part : parts) {
        const std::size_t dot = std::min(ip.find('.'), ip.size());
        const auto value = pythonInt(ip.substr(0, dot));
        if (!value || *value < 0 || *value > 255) {
            return false;
        }
        part = *value;
        ip.remove_prefix(std::min(dot + 1, ip.size()));
    }
    return parts.front() != 0 && parts.back() != 0;
}

bool isIpInNetwork(std::string_view ip, std::string_view network)
{
    const auto address = parseIpv4(ip);
    const std::size_t slash = network.find('/');
    const auto base = parseIpv4(network.substr(0, slash));
    if (!address || !base || !isValidIp(ip)) {
        return false;
    }
    const auto bits
        = slash == std::string_view::npos ? std::optional<long long>(32) : pythonInt(network.substr(slash + 1));
    if (!bits || *bits < 0 || *bits > 32) {
        return false;
    }
    const std::uint32_t mask = *bits == 0 ? 0 : 0xffffffffU << (32 - *bits);
    return (*address & mask) == (*base & mask);
}

bool isValidPort(std::string_view port)
{
    const auto value = pythonInt(port);
    return value && *value >= 1 && *value <= 65535;
}

std::string convertUrlToHttps(std::string_view method, std::string_view url)
{
    auto parts = urlSplit(url);
    if (!parts || parts->scheme != "http" || lowerCase(method) != "connect" || !url.contains(proxyPort)) {
        return std::string(url);
    }
    const std::string params = takeParams(*parts);
    cutProxyPort(parts->netloc);
    cutProxyPort(parts->path);
    if (!params.empty()) {
        parts->path += ';' + params;
    }
    parts->scheme = "https";
    return urlUnsplit(*parts);
}

} // namespace core
