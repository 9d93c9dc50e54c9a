// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <optional>
#include <string>
#include <string_view>

// The Assemblyline service is written in Python, and much of what it writes is a Python conversion of a JSON value.
namespace core::json::python {

// bool(value)
bool truthy(const Value& value);
// str(value), as an f-string prints it
std::string str(const Value& value);
// repr(value): strings quoted and escaped as Python does
std::string repr(const Value& value);
std::string repr(std::string_view text);
// repr of a float: the shortest digits that read back the same, with Python's exponent and ".0"
std::string repr(double value);
// What arithmetic takes: the number, or the truth as 1 or 0; nothing for anything else.
std::optional<double> toNumber(const Value& value);
// int(value): an Integer or a BigInteger; nothing where Python raises.
std::optional<Value> toInt(const Value& value);

} // namespace core::json::python
