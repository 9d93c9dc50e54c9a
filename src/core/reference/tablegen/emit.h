// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>
#include <vector>

// Pieces of generated C++.
namespace tablegen {

using Strings = std::vector<std::string>;

// A C++ string literal with the suffix sv.
std::string literal(std::string_view text);
// COMMON_FP_TLDS, lolbas_process -> commonFpTlds, lolbasProcess
std::string camelCase(std::string_view name);
// The texts of a JSON array; nothing for what is no array, or for a member that is not there.
Strings strings(simdjson::dom::element array);
Strings strings(simdjson::simdjson_result<simdjson::dom::element> member);

// `inline constexpr std::string_view NAME[] = {...};`, and nothing for an empty list (C++ has no empty array).
std::string stringArray(const std::string& name, const Strings& values);
// An expression for a span over such an array.
std::string spanOf(const std::string& name, const Strings& values);

} // namespace tablegen
