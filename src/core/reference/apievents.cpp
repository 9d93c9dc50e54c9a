// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/apievents.h"

#include "core/reference/lookup.h"
#include "core/reference/tables/api_events.h"

namespace core::reference {

std::span<const ApiEventRule> apiEvents()
{
    return tables::apiEventRows;
}

std::span<const std::uint16_t> apiEventsOf(std::string_view api)
{
    const ApiName* row = findRow(tables::apiNames, api, &ApiName::api);
    return row ? std::span(tables::apiEventIndexes).subspan(row->first, row->count) : std::span<const std::uint16_t>();
}

} // namespace core::reference
