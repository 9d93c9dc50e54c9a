// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace core::submission {

// The packages of CAPE's Linux analyzer that the Assemblyline service does not list among its choices
// (CAPEv2, analyzer/linux/modules/packages).
inline constexpr std::array<std::string_view, 6> linuxPackages{
    "bash", "deb", "perl", "python_whl", "wget", "xdg_open"};

} // namespace core::submission
