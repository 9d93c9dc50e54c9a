// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

// Addresses, domains and URLs in any bytes, with the false positives taken out that multidecoder takes out.
namespace core {

// IPv4 addresses in any notation, written as four decimal numbers.
std::vector<std::string> findIps(std::string_view data);
std::vector<std::string> findDomains(std::string_view data);
// http, https and ftp URLs, percent encoding normalised.
std::vector<std::string> findUrls(std::string_view data);

} // namespace core
