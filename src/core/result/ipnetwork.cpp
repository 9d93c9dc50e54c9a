// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/ipnetwork.h"

#include <arpa/inet.h>

#include <charconv>
#include <string>

namespace core {

std::optional<IpNetwork::Address> IpNetwork::parseAddress(std::string_view text)
{
    const std::string terminated(text.substr(0, text.find('%'))); // without an IPv6 scope
    if (terminated.empty() || terminated.find('\0') != std::string::npos) {
        return std::nullopt;
    }
    Address address;
    if (inet_pton(AF_INET, terminated.c_str(), address.bytes.data()) == 1 && terminated.size() == text.size()) {
        address.bits = 32;
    } else if (inet_pton(AF_INET6, terminated.c_str(), address.bytes.data()) == 1) {
        address.bits = 128;
    } else {
        return std::nullopt;
    }
    return address;
}

bool IpNetwork::isAddress(std::string_view text)
{
    return parseAddress(text).has_value();
}

std::optional<IpNetwork> IpNetwork::parse(std::string_view cidr)
{
    const std::size_t slash = cidr.find('/');
    const std::optional<Address> base = parseAddress(cidr.substr(0, slash));
    if (!base) {
        return std::nullopt;
    }
    IpNetwork network;
    network.m_base = *base;
    network.m_prefix = base->bits;
    if (slash != std::string_view::npos) {
        const std::string_view digits = cidr.substr(slash + 1);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), network.m_prefix);
        if (error != std::errc() || end != digits.data() + digits.size() || network.m_prefix < 0
            || network.m_prefix > base->bits) {
            return std::nullopt;
        }
    }
    return network;
}

bool IpNetwork::contains(std::string_view text) const
{
    const std::optional<Address> address = parseAddress(text);
    if (!address || address->bits != m_base.bits) {
        return false;
    }
    for (int bit = 0; bit < m_prefix; bit += 8) {
        const int rest = m_prefix - bit;
        const unsigned mask = rest >= 8 ? 0xFFU : (0xFF00U >> unsigned(rest)) & 0xFFU;
        if (((address->bytes[std::size_t(bit / 8)] ^ m_base.bytes[std::size_t(bit / 8)]) & mask) != 0) {
            return false;
        }
    }
    return true;
}

} // namespace core
