// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace core {

// Whether a network API call's "Service" argument means HTTP; 3 is wininet's INTERNET_SERVICE_HTTP.
inline bool isHttpService(const json::Value& service)
{
    static constexpr std::array<std::string_view, 5> names{"http", "https", "HTTP", "HTTPS", "3"};
    return service.isString() && std::ranges::find(names, service.toString()) != names.end();
}

} // namespace core
