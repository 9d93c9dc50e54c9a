// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/heuristics.h"

#include "core/reference/lookup.h"
#include "core/reference/tables/heuristics.h"

namespace core::reference {

std::optional<int> HeuristicInfo::scoreOf(std::string_view signature) const
{
    const auto row = std::ranges::find(signatureScores, signature, &SignatureScore::signature);
    return row != signatureScores.end() ? std::optional(row->score) : std::nullopt;
}

std::span<const HeuristicInfo> heuristics()
{
    return tables::heuristicRows;
}

const HeuristicInfo* heuristicById(int id)
{
    const auto rows = heuristics();
    const auto row = std::ranges::lower_bound(rows, id, {}, &HeuristicInfo::id);
    return row != rows.end() && row->id == id ? &*row : nullptr;
}

} // namespace core::reference
