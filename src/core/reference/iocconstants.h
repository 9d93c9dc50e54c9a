// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

// Limits and false positives of the IOC extraction.
namespace core::reference {

std::size_t minDomainChars();
std::size_t maxDomainChars();
std::size_t minUriChars();
// Lower case: whole domains, and endings with their dot (".js").
std::span<const std::string_view> falsePositiveDomains();
std::span<const std::string_view> falsePositiveTlds();
std::span<const std::string_view> commonSchemes();
// What marks an escaped byte in a text (a regular expression).
std::string_view byteEscapePattern();

} // namespace core::reference
