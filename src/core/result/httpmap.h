// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result/networkmap.h"

#include <string>
#include <vector>

namespace core {

// The HTTP requests of the four sections that a report has for them.
namespace httpmap {

// All that are worth showing, in the order of the sections, without the processes behind them.
std::vector<HttpCall> mapHttpCalls(
    const json::Value& network, const ConversionContext& context, const std::vector<std::string>& dnsServers);

// When something was seen first: seconds since 1970 become a time in text, other values stay.
json::Value firstSeen(const json::Value& record);

} // namespace httpmap

} // namespace core
