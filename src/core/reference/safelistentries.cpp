// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/safelistentries.h"

#include "core/reference/tables/system_safelist.h"

namespace core::reference {

std::span<const SafelistEntries> safelistMatches()
{
    return tables::safelistMatchRows;
}

std::span<const SafelistEntries> safelistPatterns()
{
    return tables::safelistPatternRows;
}

} // namespace core::reference
