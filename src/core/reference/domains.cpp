// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/domains.h"

#include "core/reference/lookup.h"
#include "core/reference/tables/domain_false_positives.h"
#include "core/reference/tables/tlds.h"

namespace core::reference {

bool isTopLevelDomain(std::string_view upperCase)
{
    return holds(tables::ianaTlds, upperCase) || (!upperCase.contains('.') && holds(tables::specialTlds, upperCase));
}

std::span<const std::string_view> specialDomains()
{
    return tables::specialTlds;
}

bool isExtractedTopLevelDomain(std::string_view upperCase)
{
    return (holds(tables::ianaTlds, upperCase) && !holds(tables::fewerTlds, upperCase))
        || holds(tables::moreTlds, upperCase);
}

bool isCommonVariable(std::string_view lowerCase)
{
    return holds(tables::variableRoots, lowerCase);
}

bool isReliableTopLevelDomain(std::string_view lowerCase)
{
    return holds(tables::reliableTlds, lowerCase);
}

} // namespace core::reference
