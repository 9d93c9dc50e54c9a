// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/namesimilarity.h"

#include <QString>

#include <algorithm>
#include <optional>
#include <utility>

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

// The order in which Python goes through a set of small numbers, which the service adds up in: it decides the last
// digits of a sum, and those decide between names that are equally alike. Open addressing as CPython's sets have it.
class PythonSet {
public:
    void insert(std::size_t number)
    {
        if (!place(m_slots, number)) {
            return;
        }
        ++m_used;
        if (m_used * 5 < (m_slots.size() - 1) * 3) {
            return;
        }
        std::size_t size = smallest;
        while (size <= m_used * 4) {
            size *= 2;
        }
        Slots larger(size);
        for (const auto& slot : m_slots) {
            if (slot) {
                place(larger, *slot);
            }
        }
        m_slots = std::move(larger);
    }

    template <typename Visitor>
    void visit(Visitor visitor) const
    {
        for (const auto& slot : m_slots) {
            if (slot) {
                visitor(*slot);
            }
        }
    }

private:
    using Slots = std::vector<std::optional<std::size_t>>;

    static constexpr std::size_t smallest = 8;
    static constexpr std::size_t neighbours = 9; // that are looked at before a jump, unless the table ends before
    static constexpr unsigned shift = 5;

    // False where the number is there already. A small number is its own hash.
    static bool place(Slots& slots, std::size_t number)
    {
        const std::size_t mask = slots.size() - 1;
        std::size_t at = number & mask;
        for (std::size_t perturb = number;;) {
            const std::size_t last = at + neighbours <= mask ? at + neighbours : at;
            for (std::size_t i = at; i <= last; ++i) {
                if (!slots[i] || *slots[i] == number) {
                    return !std::exchange(slots[i], number);
                }
            }
            perturb >>= shift;
            at = (at * 5 + 1 + perturb) & mask;
        }
    }

    Slots m_slots = Slots(smallest);
    std::size_t m_used = 0;
};

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

double NameSimilarity::meanLikeness(std::string_view name) const
{
    const Letters query = lettersOf(name);
    PythonSet candidates;
    const std::size_t prefix = prefixLength(query.size());
    for (std::size_t place = 0; place < prefix; ++place) {
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            if (isCandidate(query, place, m_names[i])) {
                candidates.insert(i);
            }
        }
    }
    double sum = 0;
    int alike = 0;
    candidates.visit([&](std::size_t i) {
        const double value = likeness(query, m_names[i]);
        if (value >= threshold) {
            sum += value;
            ++alike;
        }
    });
    return alike == 0 ? 0 : sum / alike;
}

// True where the letter at this place of the query stands in the other's prefix too, so early in both that the names
// can still be alike enough.
bool NameSimilarity::isCandidate(const Letters& query, std::size_t place, const Letters& other)
{
    const std::size_t prefix = prefixLength(other.size());
    const auto longer = double(std::max(query.size(), other.size()));
    for (std::size_t i = 0; i < prefix; ++i) {
        const auto left = double(std::min(query.size() - place, other.size() - i));
        if (query[place] == other[i] && left / longer >= threshold) {
            return true;
        }
    }
    return false;
}

} // namespace core::submission
