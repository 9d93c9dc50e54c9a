// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

// IOCs made harmless for people to read and paste, and back.
namespace core {

// http://example.com/a -> hxxp://example[.]com/a; hosts, addresses and email addresses likewise. Only what is the host
// is changed, never a path.
std::string defang(std::string_view ioc);
// The same for each URL, domain, address and email address in a text.
std::string defangText(std::string_view text);
// What defang made, and the usual other ways of writing it: hXXp, http[:]//, [.], (.), {.}, [dot], [at], \.
std::string refang(std::string_view text);

} // namespace core
