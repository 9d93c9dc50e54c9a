// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/indicators/indicator.h"

#include <optional>
#include <string>
#include <string_view>

namespace core {

enum class IndicatorFormat {
    Csv, // RFC 4180: kind, value, score, sources
    Json, // the whole set
    Stix, // a STIX 2.1 bundle
    Misp, // a MISP event, as its REST API and its import take it
    Navigator, // a layer of the ATT&CK Navigator
    Markdown, // for people
};

// By its name on the command line: "csv", "stix", ...
std::optional<IndicatorFormat> indicatorFormat(std::string_view name);

// Whether hosts, URLs and addresses are made harmless: the formats that people read and paste have them so unless asked
// for raw. STIX and MISP are for machines and always have the values as they are.
enum class Defanging { On, Off };

// The whole file, ending with a line break. Characters that are not seen (controls, bidi controls) stand in none as
// they are: JSON formats have them as \uXXXX, which keeps the value; CSV and Markdown show them.
std::string writeIndicators(const IndicatorSet& set, IndicatorFormat format, Defanging defanging);

} // namespace core
