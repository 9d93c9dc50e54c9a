// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/httpheaders.h"

#include "core/reference/lookup.h"
#include "core/reference/tables/standard_http_headers.h"

namespace core::reference {

bool isStandardHttpHeader(std::string_view upperCase)
{
    return holds(tables::standardHttpHeaders, upperCase);
}

} // namespace core::reference
