// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/namesimilarity.h"

#include <QString>

#include <algorithm>

namespace core::submission {

namespace {

constexpr double threshold = 0.1;

std::u32string codePoints(std::string_view name)
{
    return QString::fromUtf8(name.data(), qsizetype(name.size())).toStdU32String();
}

// The part of a name's letters that is indexed and looked up.
std::size_t prefixLength(std::size_t length)
{
    return std::min(length, length - std::size_t(double(length) * threshold) + 1);
}

// Letters that stand next to an equal one once both names are merged and sorted: what the package counts as shared.
std::size_t sharedLetters(const std::vector<int>& a, const std::vector<int>& b)
{
    std::vector<int> merged;
    merged.reserve(a.size() + b.size());
    std::ranges::merge(a, b, std::back_inserter(merged));
    const auto repeated = std::ranges::unique(merged);
    return repeated.size();
}

double likeness(const std::vector<int>& a, const std::vector<int>& b)
{
    const auto shared = double(sharedLetters(a, b));
    return shared / (double(a.size() + b.size()) - shared);
}

} // namespace

NameSimilarity::NameSimilarity(const std::vector<std::string>& names)
{
    struct Count {
        char32_t letter;
        int count;
    };
    std::vector<Count> counts; // in order of first appearance, which decides between equals
    for (const std::string& name : names) {
        for (const char32_t letter : codePoints(name)) {
            const auto found = std::ranges::find(counts, letter, &Count::letter);
            if (found == counts.end()) {
                counts.push_back({letter, 1});
            } else {
                ++found->count;
            }
        }
    }
    std::ranges::stable_sort(counts, std::greater(), &Count::count);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        m_order[counts[i].letter] = int(counts.size() - 1 - i);
    }
    for (const std::string& name : names) {
        m_names.push_back(lettersOf(name));
    }
}

NameSimilarity::Letters NameSimilarity::lettersOf(std::string_view name) const
{
    Letters letters;
    for (const char32_t letter : codePoints(name)) {
        letters.push_back(m_order.at(letter));
    }
    std::ranges::sort(letters);
    return letters;
}

// True where a letter of both prefixes stands so early in both that the names can still be alike enough.
bool NameSimilarity::isCandidate(const Letters& query, const Letters& other) const
{
    const std::size_t queryPrefix = prefixLength(query.size());
    const std::size_t otherPrefix = prefixLength(other.size());
    for (std::size_t i = 0; i < queryPrefix; ++i) {
        for (std::size_t k = 0; k < otherPrefix; ++k) {
            const auto left = double(std::min(query.size() - i, other.size() - k));
            if (query[i] == other[k] && left / double(std::max(query.size(), other.size())) >= threshold) {
                return true;
            }
        }
    }
    return false;
}

double NameSimilarity::meanLikeness(std::string_view name) const
{
    const Letters query = lettersOf(name);
    double sum = 0;
    int alike = 0;
    for (const Letters& other : m_names) {
        if (!isCandidate(query, other)) {
            continue;
        }
        const double value = likeness(query, other);
        if (value < threshold) {
            continue;
        }
        sum += value;
        ++alike;
    }
    return alike == 0 ? 0 : sum / alike;
}

} // namespace core::submission
