// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace core {

// Labels of the allowed form and length under a top-level domain that exists; another, stricter rule than
// isValidDomain.
bool isExtractableDomain(std::string_view domain);
// Dotted text that is more likely code, a file name or padding than a domain.
bool isFalsePositiveDomain(std::string_view domain);
// Whether a URL found in a text has a host and one of the schemes that are reported.
bool isReportableUrl(std::string_view url);

} // namespace core
