// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

// The heuristics of the service's manifest. Where it uses an id twice, the later one counts, as in the service.
namespace core::reference {

struct SignatureScore {
    std::string_view signature;
    int score;
};

struct HeuristicInfo {
    int id;
    std::string_view name;
    std::string_view description;
    int score;
    std::optional<int> maxScore;
    std::span<const std::string_view> attackIds;
    std::span<const SignatureScore> signatureScores;

    // The score that the manifest gives to a signature.
    std::optional<int> scoreOf(std::string_view signature) const;
};

// By id, ascending.
std::span<const HeuristicInfo> heuristics();
const HeuristicInfo* heuristicById(int id);

} // namespace core::reference
