// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

// MITRE ATT&CK as Assemblyline knows it. Ids are those of the matrix: T1055.012, S0154, G0016.
namespace core::reference {

struct AttackTechnique {
    std::string_view id;
    std::string_view name;
    std::span<const std::string_view> categories; // tactics: "defense-evasion"
};

struct AttackSoftware {
    std::string_view id;
    std::string_view name;
    std::string_view type; // "malware" or "tool"
    std::span<const std::string_view> attackIds;
};

struct AttackGroup {
    std::string_view id;
    std::string_view name;
};

std::optional<AttackTechnique> attackTechnique(std::string_view id);
std::optional<AttackSoftware> attackSoftware(std::string_view id);
std::optional<AttackGroup> attackGroup(std::string_view id);
// The id that took the place of a revoked one.
std::optional<std::string_view> replacementOfRevoked(std::string_view id);

} // namespace core::reference
