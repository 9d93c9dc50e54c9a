// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace core::submission {

// How alike names are by their letters, as the service measures it: the search of the SetSimilaritySearch package
// (Jaccard, threshold 0.1, after Chaudhuri et al., "A Primitive Operator for Similarity Joins in Data Cleaning") with
// names as sets of characters. A name repeats letters, which a set would not: the counts below follow what the package
// then does.
class NameSimilarity {
public:
    explicit NameSimilarity(const std::vector<std::string>& names);

    // The mean likeness of one of the names to all that are alike enough, itself among them; 0 to 1 and above.
    double meanLikeness(std::string_view name) const;

private:
    using Letters = std::vector<int>; // places in the order of frequency, rarest first, sorted

    Letters lettersOf(std::string_view name) const;
    static bool isCandidate(const Letters& query, std::size_t place, const Letters& other);

    std::map<char32_t, int> m_order;
    std::vector<Letters> m_names;
};

} // namespace core::submission
