// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/attack.h"

#include "core/reference/lookup.h"
#include "core/reference/tables/attack.h"

namespace core::reference {

std::optional<AttackTechnique> attackTechnique(std::string_view id)
{
    const AttackTechnique* row = findRow(tables::attackTechniques, id, &AttackTechnique::id);
    return row ? std::optional(*row) : std::nullopt;
}

std::optional<AttackSoftware> attackSoftware(std::string_view id)
{
    const AttackSoftware* row = findRow(tables::attackSoftwareItems, id, &AttackSoftware::id);
    return row ? std::optional(*row) : std::nullopt;
}

std::optional<AttackGroup> attackGroup(std::string_view id)
{
    const AttackGroup* row = findRow(tables::attackGroups, id, &AttackGroup::id);
    return row ? std::optional(*row) : std::nullopt;
}

std::optional<std::string_view> replacementOfRevoked(std::string_view id)
{
    return findText(tables::attackRevoked, id);
}

} // namespace core::reference
