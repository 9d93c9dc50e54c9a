// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/iocconstants.h"

#include "core/reference/tables/process_tree_and_ioc_constants.h"

namespace core::reference {

std::size_t minDomainChars()
{
    return tables::minDomainChars;
}

std::size_t maxDomainChars()
{
    return tables::maxDomainChars;
}

std::size_t minUriChars()
{
    return tables::minUriChars;
}

std::span<const std::string_view> falsePositiveDomains()
{
    return tables::commonFpDomains;
}

std::span<const std::string_view> falsePositiveTlds()
{
    return tables::commonFpTlds;
}

std::span<const std::string_view> commonSchemes()
{
    return tables::commonSchemes;
}

std::string_view byteEscapePattern()
{
    return tables::byteString;
}

} // namespace core::reference
