// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace core {

// An IPv4 or IPv6 network in CIDR form, and whether an address lies in it (Python's ipaddress).
class IpNetwork {
public:
    // "192.0.2.0/24", "2001:db8::/32", or a single address. Bits set beyond the prefix are dropped.
    static std::optional<IpNetwork> parse(std::string_view cidr);
    static bool isAddress(std::string_view text);

    // False for an address of the other version, and for what is no address.
    bool contains(std::string_view address) const;

private:
    struct Address {
        std::array<std::uint8_t, 16> bytes{};
        int bits = 0; // 32 or 128
    };

    static std::optional<Address> parseAddress(std::string_view text);

    Address m_base;
    int m_prefix = 0;
};

} // namespace core
