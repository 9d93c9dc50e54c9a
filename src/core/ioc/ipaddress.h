// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace core {

// Text to IPv4 as the C library's inet_aton reads it: one to four numbers, decimal, octal (010) or hexadecimal (0x0a),
// the last of which fills the remaining bytes.
std::optional<std::uint32_t> parseLaxIpv4(std::string_view text);
// Four decimal numbers, without leading zeros.
std::optional<std::uint32_t> parseIpv4(std::string_view text);
std::string ipv4Text(std::uint32_t address);

// Whether the text is an IPv6 address, with a %scope at its end where that is allowed.
bool isIpv6(std::string_view text, bool allowScope = false);

} // namespace core
