// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

// Top-level domains, and the words that make a dotted name in a text no domain.
namespace core::reference {

// Upper case, as IANA lists them, and special ones of one label ("ONION").
bool isTopLevelDomain(std::string_view upperCase);
// Special-use domains of any number of labels, upper case ("HOME.ARPA").
std::span<const std::string_view> specialDomains();

// The list that the extraction from texts uses, which is another one.
bool isExtractedTopLevelDomain(std::string_view upperCase);
// Lower case: names of variables and the like ("application"), and top-level domains that outweigh them ("com").
bool isCommonVariable(std::string_view lowerCase);
bool isReliableTopLevelDomain(std::string_view lowerCase);

} // namespace core::reference
