// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ioc/regex.h"

#include <string>
#include <string_view>

// What Assemblyline takes for a domain, an address or a URI (assemblyline.common.net, assemblyline.odm.base).
namespace core {

// Patterns that Assemblyline tests values against. The "only" and "full" ones are anchored at both ends.
namespace patterns {
const Regex& domain();
const Regex& domainOnly();
const Regex& ip();
const Regex& ipOnly();
const Regex& ipv4();
const Regex& ipv6();
const Regex& uri();
const Regex& fullUri();
const Regex& uriPath();
// The same as text, to build larger patterns from.
std::string_view domainText();
std::string_view ipText();
std::string_view ipv4Text();
} // namespace patterns

// Letters, digits and hyphens in each label, and a top-level domain that exists; Unicode domains by their punycode.
bool isValidDomain(std::string_view domain);
// Four numbers of 0 to 255, of which neither the first nor the last is 0. IPv6 is never valid here.
bool isValidIp(std::string_view ip);
// Whether a valid IPv4 address lies in a network in CIDR form.
bool isIpInNetwork(std::string_view ip, std::string_view network);
bool isValidPort(std::string_view port);

// http://host:443/ as a decrypting proxy records it for CONNECT, back to https://host/; other URLs as they are.
std::string convertUrlToHttps(std::string_view method, std::string_view url);

} // namespace core
