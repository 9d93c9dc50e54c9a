// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/heuristic.h"

#include "core/reference/attack.h"
#include "core/reference/heuristics.h"

#include <algorithm>

namespace core {

namespace {

const reference::HeuristicInfo& definition(int id)
{
    static constexpr reference::HeuristicInfo unknown{};
    const reference::HeuristicInfo* info = reference::heuristicById(id);
    return info ? *info : unknown;
}

std::optional<std::string> knownAttackId(std::string_view id)
{
    if (reference::attackTechnique(id) || reference::attackSoftware(id) || reference::attackGroup(id)) {
        return std::string(id);
    }
    const auto replacement = reference::replacementOfRevoked(id);
    return replacement ? std::optional(std::string(*replacement)) : std::nullopt;
}

} // namespace

Heuristic::Heuristic(int id)
    : m_id(id)
{
    for (const std::string_view attackId : definition(id).attackIds) {
        if (std::optional<std::string> known = knownAttackId(attackId)) {
            m_attackIds.push_back(std::move(*known));
        }
    }
}

std::string_view Heuristic::name() const
{
    return definition(m_id).name;
}

std::string_view Heuristic::description() const
{
    return definition(m_id).description;
}

int Heuristic::score() const
{
    const reference::HeuristicInfo& info = definition(m_id);
    std::int64_t sum = 0;
    for (const Signature& signature : m_signatures) {
        const int otherwise = signature.score.value_or(info.score);
        sum += std::int64_t(info.scoreOf(signature.name).value_or(otherwise)) * signature.frequency;
    }
    if (m_signatures.empty()) {
        sum = std::int64_t(info.score) * (m_frequency == 0 ? 1 : m_frequency);
    }
    if (info.maxScore.value_or(0) != 0) {
        sum = std::min<std::int64_t>(sum, *info.maxScore);
    }
    return int(std::min<std::int64_t>(sum, std::numeric_limits<int>::max()));
}

void Heuristic::addSignature(std::string_view name, std::optional<int> score, int frequency)
{
    Signature& known = signature(name);
    known.frequency += frequency;
    if (score) {
        known.score = score;
    }
}

// The signature of that name, made where there is none.
Heuristic::Signature& Heuristic::signature(std::string_view name)
{
    constexpr std::size_t few = 16;
    if (m_signatures.size() < few) {
        const auto known = std::ranges::find(m_signatures, name, &Signature::name);
        return known != m_signatures.end() ? *known : m_signatures.emplace_back(std::string(name));
    }
    if (m_places.empty()) {
        for (std::size_t place = 0; const Signature& earlier : m_signatures) {
            m_places.emplace(earlier.name, place++);
        }
    }
    const auto [place, isNew] = m_places.try_emplace(std::string(name), m_signatures.size());
    return isNew ? m_signatures.emplace_back(std::string(name)) : m_signatures[place->second];
}

void Heuristic::addAttackId(std::string_view attackId)
{
    if (std::ranges::contains(m_attackIds, attackId)) {
        return;
    }
    const std::optional<std::string> known = knownAttackId(attackId);
    if (known && !std::ranges::contains(m_attackIds, *known)) {
        m_attackIds.push_back(*known);
    }
}

} // namespace core
