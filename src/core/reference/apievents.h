// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

// Which API calls the service makes events of.
namespace core::reference {

struct ApiArgument {
    std::string_view keptName; // "DLLName"
    std::string_view name; // as the report's argument in lower case; "buffer"
};

struct ApiEventRule {
    std::string_view event; // "Load"
    std::string_view object; // "DLL"
    std::span<const ApiArgument> arguments;
};

// Every event, in the service's order.
std::span<const ApiEventRule> apiEvents();
// The events of an API, as indexes into apiEvents(), ascending: one API may make several.
std::span<const std::uint16_t> apiEventsOf(std::string_view api);

} // namespace core::reference
