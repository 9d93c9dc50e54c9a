// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace core {

// The domains, addresses and URIs seen on the network, to tell which ones of the API calls were not.
class SeenIocs {
public:
    void add(std::string_view ioc);
    // Whether it was seen, also without a needless port, under http instead of https (or the other way round), or
    // without its trailing slash.
    bool contains(std::string_view ioc) const;

private:
    std::unordered_set<std::string> m_iocs;
    std::unordered_set<std::string> m_afterScheme; // of the URIs: what follows "://"
};

// A URI without ":80" after http and ":443" after https; others as they are.
std::string withoutDefaultPort(std::string_view uri);

} // namespace core
