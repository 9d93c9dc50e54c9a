// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace demo::story {

// Chance that falls the same way on every machine and in every build (splitmix64), so that a story can be told again.
class Chance {
public:
    explicit Chance(std::uint64_t seed)
        : m_state(seed)
    {
    }

    std::uint64_t next()
    {
        std::uint64_t z = m_state += 0x9e3779b97f4a7c15U;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31);
    }
    // From 0 to limit - 1.
    std::uint64_t below(std::uint64_t limit) { return next() % limit; }
    template <typename List>
    const auto& pick(const List& list)
    {
        return list[std::size_t(below(std::size(list)))];
    }

private:
    std::uint64_t m_state;
};

// "0x" and at least `digits` digits.
std::string hex(std::uint64_t value, int digits = 8);

} // namespace demo::story
