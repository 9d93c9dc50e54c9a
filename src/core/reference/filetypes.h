// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace core::reference {

// Extensions that CAPE takes, without the dot, in the service's order.
std::span<const std::string_view> supportedExtensions();
bool isSupportedExtension(std::string_view extension);
// ".ps1" for Assemblyline's "code/ps1".
std::optional<std::string_view> extensionOfType(std::string_view type);

} // namespace core::reference
