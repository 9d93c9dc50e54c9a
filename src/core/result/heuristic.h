// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace core {

// A heuristic raised on a section. What it is worth comes from the service's manifest (reference/heuristics.json):
// the sum over its signatures of score times frequency, or, without signatures, its own score times frequency; never
// more than the manifest's maximum.
class Heuristic {
public:
    struct Signature {
        std::string name;
        int frequency = 0;
        std::optional<int> score = std::nullopt; // given by the service
    };

    // The id must be one of the manifest's; its default ATT&CK ids are taken on.
    explicit Heuristic(int id);

    int id() const { return m_id; }
    std::string_view name() const;
    std::string_view description() const;
    int score() const;

    // Adds to the frequency of the signature. A score given here counts only where the manifest has none for it.
    void addSignature(std::string_view name, std::optional<int> score = std::nullopt, int frequency = 1);
    // Revoked ids become their successors; ids that ATT&CK does not know are left out.
    void addAttackId(std::string_view attackId);
    void increaseFrequency(int by = 1) { m_frequency += by; }

    const std::vector<std::string>& attackIds() const { return m_attackIds; }
    const std::vector<Signature>& signatures() const { return m_signatures; }
    int frequency() const { return m_frequency; }

private:
    Signature& signature(std::string_view name);

    int m_id;
    int m_frequency = 1;
    std::vector<std::string> m_attackIds;
    std::vector<Signature> m_signatures;
    std::unordered_map<std::string, std::size_t> m_places; // of the signatures by name, once there are many
};

} // namespace core
