// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core {

class Warnings;

// A signature of the report as it goes into the result: scored, and with the marks that count.
struct MappedSignature {
    std::string name;
    json::Value description; // a text, or what the report has in its place
    json::Array families; // texts
    json::Array marks; // objects
    int score = 0;
};

// The report's "signatures" without the ones that only make noise: those the service drops by name, network_http beside
// network_cnc_http, and those whose marks hold nothing worth showing. What was missing is added to the warnings.
std::vector<MappedSignature> mapSignatures(const json::Value& signatures, Warnings& warnings);

// CAPE's severity (1 to 8) as an Assemblyline score; nothing for another value.
std::optional<int> scoreOfSeverity(const json::Value& severity);

// Whether all keys of a mark are those of an API call ("type", "pid", "cid", "call"), so that it shows no data.
bool isCallMark(const json::Object& mark);

// Whether an item of a mark is never shown: one without a value, and one whose key says so.
bool isHiddenMarkItem(std::string_view key, const json::Value& value);

} // namespace core
