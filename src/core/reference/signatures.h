// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

// What the service knows of CAPE's signatures by name.
namespace core::reference {

// The category ("Anti-debug") of an exact signature name; nothing for a signature that the list does not hold.
std::optional<std::string_view> signatureCategory(std::string_view signature);
// Signatures that are never reported.
bool isDroppedSignature(std::string_view signature);
// The ontology's attribute action ("network_connection").
std::optional<std::string_view> signatureAction(std::string_view signature);

} // namespace core::reference
