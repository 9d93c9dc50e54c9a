// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ioc/domaincheck.h"

#include "core/ioc/bytes.h"
#include "core/ioc/ipaddress.h"
#include "core/ioc/pythonurl.h"
#include "core/ioc/text.h"
#include "core/reference/domains.h"

#include <array>
#include <cstdint>
#include <string>

namespace core {

namespace {

constexpr std::size_t longestDomain = 255; // RFC 1035
constexpr std::size_t longestLabel = 63;
constexpr double padding = 0.6; // share of one character above which a name is padding

std::string_view firstLabel(std::string_view domain)
{
    return domain.substr(0, domain.find('.'));
}

std::string_view lastLabel(std::string_view domain)
{
    return domain.substr(domain.rfind('.') + 1);
}

bool isLabel(std::string_view label)
{
    return !label.empty() && label.size() <= longestLabel && !label.starts_with('-') && !label.ends_with('-');
}

double shareOfCommonest(std::string_view text)
{
    std::array<std::uint32_t, 256> counts{};
    for (const char c : text) {
        ++counts[static_cast<unsigned char>(c)];
    }
    return double(std::ranges::max(counts)) / double(text.size());
}

bool isVariable(std::string_view root)
{
    return reference::isCommonVariable(root)
        || (root.ends_with('s') && reference::isCommonVariable(root.substr(0, root.size() - 1)));
}

} // namespace

bool isExtractableDomain(std::string_view domain)
{
    const std::size_t lastDot = domain.rfind('.');
    if (domain.size() > longestDomain || lastDot == std::string_view::npos) {
        return false;
    }
    std::string_view labels = domain.substr(0, lastDot);
    while (true) {
        const std::size_t dot = labels.find('.');
        if (!isLabel(labels.substr(0, dot))) {
            return false;
        }
        if (dot == std::string_view::npos) {
            break;
        }
        labels.remove_prefix(dot + 1);
    }
    return reference::isExtractedTopLevelDomain(upperCase(domain.substr(lastDot + 1)));
}

bool isFalsePositiveDomain(std::string_view domain)
{
    // Mixed case is usual for identifiers, not for domains.
    if (!domain.contains('.') || (!bytes::isLower(lastLabel(domain)) && !bytes::isUpper(domain))) {
        return true;
    }
    const std::string lower = lowerCase(domain);
    const std::string_view root = firstLabel(lower);
    const std::string_view tld = lastLabel(lower);
    return root.size() < 3 || root == "this" || (lower.starts_with("lib") && tld == "so")
        || (isVariable(root) && !reference::isReliableTopLevelDomain(tld))
        || (tld == "next" && lower.contains("iterator")) || lower.ends_with("prototype.at")
        || (root.size() == 3 && root[1] == '-') || std::string_view("icrosoft.com").ends_with(lower)
        || std::string_view("harepoint.com").ends_with(lower) || std::string_view("utlook.com").ends_with(lower)
        || shareOfCommonest(lower) > padding;
}

bool isReportableUrl(std::string_view url)
{
    const auto parts = urlSplit(url);
    if (!parts || parts->hasBadPort()) {
        return false;
    }
    const std::string host = parts->hostname();
    if (host.empty() || (!parseLaxIpv4(host) && !isIpv6(host) && !isExtractableDomain(host))) {
        return false;
    }
    return parts->scheme == "http" || parts->scheme == "https" || parts->scheme == "ftp";
}

} // namespace core
