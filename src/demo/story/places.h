// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace demo::story {

// The hosts of the story: reserved names (RFC 2606) at documentation addresses (RFC 5737) only.
struct Host {
    std::string_view name;
    std::string_view ip;
    int port;
};

inline constexpr Host DownloadHost{"cdn.example.net", "198.51.100.23", 80};
inline constexpr Host CommandHost{"gate.example.org", "203.0.113.45", 443};
inline constexpr Host AddressHost{"ip.example.net", "198.51.100.90", 80};
inline constexpr Host CheckHost{"www.example.org", "198.51.100.80", 80};
inline constexpr Host DeadHost{"backup.example.org", "198.51.100.77", 4443}; // its name does not resolve
inline constexpr std::string_view Gateway = "192.0.2.1"; // and resolver

inline constexpr auto DownloadPath = "/office/update.bin";
inline constexpr auto AddressPath = "/plain";
inline constexpr auto CheckPath = "/ncsi.txt";
inline constexpr auto CommandPath = "/news/index";

inline constexpr auto Family = "LanternLoader"; // made up

} // namespace demo::story
