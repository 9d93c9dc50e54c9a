// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ioc/netvalidation.h"

// The regular expressions of assemblyline.odm.base.
namespace core::patterns {

namespace {

constexpr std::string_view domainPattern
    = R"((?:(?:[A-Za-z0-9\x{a1}-\x{10ffff}][A-Za-z0-9\x{a1}-\x{10ffff}_-]{0,62})?[A-Za-z0-9\x{a1}-\x{10ffff}]\.)+)"
      R"((?:[Xx][Nn]--)?(?:[A-Za-z0-9\x{a1}-\x{10ffff}]{2,}\.?))";
constexpr std::string_view ipv4Pattern
    = R"((?:(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)\.){3}(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?))";
constexpr std::string_view ipv6Pattern
    = R"((?:(?:[0-9a-fA-F]{1,4}:){7,7}[0-9a-fA-F]{1,4}|(?:[0-9a-fA-F]{1,4}:){1,7}:|)"
      R"((?:[0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|(?:[0-9a-fA-F]{1,4}:){1,5}(?::[0-9a-fA-F]{1,4}){1,2}|)"
      R"((?:[0-9a-fA-F]{1,4}:){1,4}(?::[0-9a-fA-F]{1,4}){1,3}|(?:[0-9a-fA-F]{1,4}:){1,3}(?::[0-9a-fA-F]{1,4}){1,4}|)"
      R"((?:[0-9a-fA-F]{1,4}:){1,2}(?::[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:(?:(?::[0-9a-fA-F]{1,4}){1,6})|)"
      R"(:(?:(?::[0-9a-fA-F]{1,4}){1,7}|:)|fe80:(?::[0-9a-fA-F]{0,4}){0,4}%[0-9a-zA-Z]{1,}|)"
      R"(::(?:ffff(?::0{1,4}){0,1}:){0,1}(?:(?:25[0-5]|(?:2[0-4]|1{0,1}[0-9]){0,1}[0-9])\.){3,3}(?:25[0-5]|)"
      R"((?:2[0-4]|1{0,1}[0-9]){0,1}[0-9])|(?:[0-9a-fA-F]{1,4}:){1,4}:(?:(?:25[0-5]|)"
      R"((?:2[0-4]|1{0,1}[0-9]){0,1}[0-9])\.){3,3}(?:25[0-5]|(?:2[0-4]|1{0,1}[0-9]){0,1}[0-9])))";
constexpr std::string_view uriPathPattern = R"(([/?#]\S*))";

const std::string& ipPattern()
{
    static const std::string text = "(?:" + std::string(ipv4Pattern) + "|" + std::string(ipv6Pattern) + ")";
    return text;
}

std::string uriPattern()
{
    return R"(((?:(?:[A-Za-z][A-Za-z0-9+.-]*:)//)(?:[^/?#\s]*@)?()" + std::string(ipv4Pattern)
        + R"(|(?:[A-Za-z0-9\x{a1}-\x{10ffff}_-]{1,63}[.])*)"
          R"((?:[A-Za-z0-9\x{a1}-\x{10ffff}][A-Za-z0-9\x{a1}-\x{10ffff}_-]{0,62})?[A-Za-z0-9\x{a1}-\x{10ffff}])"
          R"(\.(?:[Xx][Nn]--)?(?:[A-Za-z0-9\x{a1}-\x{10ffff}]{2,}\.?)|\[)"
        + std::string(ipv6Pattern) + R"(\])(?::\d{1,5})?)" + std::string(uriPathPattern) + "?)";
}

std::string anchored(std::string_view pattern)
{
    return "^" + std::string(pattern) + "$";
}

} // namespace

const Regex& domain()
{
    static const Regex regex(domainPattern);
    return regex;
}

const Regex& domainOnly()
{
    static const Regex regex(anchored(domainPattern));
    return regex;
}

const Regex& ip()
{
    static const Regex regex(ipPattern());
    return regex;
}

const Regex& ipOnly()
{
    static const Regex regex(anchored(ipPattern()));
    return regex;
}

const Regex& ipv4()
{
    static const Regex regex(ipv4Pattern);
    return regex;
}

const Regex& ipv6()
{
    static const Regex regex(ipv6Pattern);
    return regex;
}

const Regex& uri()
{
    static const Regex regex(uriPattern());
    return regex;
}

const Regex& fullUri()
{
    static const Regex regex(anchored(uriPattern()));
    return regex;
}

const Regex& uriPath()
{
    static const Regex regex(uriPathPattern);
    return regex;
}

std::string_view domainText()
{
    return domainPattern;
}

std::string_view ipText()
{
    return ipPattern();
}

std::string_view ipv4Text()
{
    return ipv4Pattern;
}

} // namespace core::patterns
