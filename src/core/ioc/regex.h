// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core {

// A pattern with the meaning that Python's `re` gives it, run by PCRE2 with its JIT. It compiles on first use, so that
// a pattern that no report needs costs nothing; copies share the compiled code, and every const function may run in any
// number of threads. A search that hits the match limit (a hostile text against a slow pattern) finds nothing and is
// counted in limitHits().
class Regex {
public:
    enum Option : unsigned {
        NoOption = 0,
        IgnoreCase = 1, // re.IGNORECASE
        Bytes = 2, // a bytes pattern: \w, \d and \s are ASCII, and a byte is a character
    };

    // Where a match lies in its subject; groups that took no part are empty views with a null data().
    struct Match {
        std::size_t start = 0;
        std::size_t end = 0;
        std::vector<std::string_view> groups; // [0] is the whole match

        std::string_view group(std::size_t index = 0) const
        {
            return index < groups.size() ? groups[index] : std::string_view();
        }
        bool has(std::size_t index) const { return group(index).data() != nullptr; }
    };

    explicit Regex(std::string_view pattern, unsigned options = NoOption);

    // False for a pattern that does not compile; it then matches nothing.
    bool isValid() const;
    const std::string& pattern() const;

    // re.match: at the start; re.fullmatch: all of it; re.search: anywhere at or after `from` (a byte offset).
    std::optional<Match> match(std::string_view subject, std::size_t from = 0) const;
    std::optional<Match> fullMatch(std::string_view subject) const;
    std::optional<Match> search(std::string_view subject, std::size_t from = 0) const;
    // The same questions where the groups do not matter.
    bool matches(std::string_view subject) const;
    bool fullMatches(std::string_view subject) const;
    bool contains(std::string_view subject) const;

    // re.finditer: every match in turn, until `visit` returns false.
    void forEach(std::string_view subject, const std::function<bool(const Match&)>& visit) const;
    // re.findall: the one group, or the whole match where the pattern has no group. (Two groups: use forEach.)
    std::vector<std::string> findAll(std::string_view subject) const;
    // re.sub with a literal replacement, or one made for each match.
    std::string replace(std::string_view subject, std::string_view replacement) const;
    std::string replace(std::string_view subject, const std::function<std::string(const Match&)>& make) const;

    // The number of a named group; 0 where there is none.
    std::size_t groupIndex(std::string_view name) const;

    // How often, in this thread, a search gave up at a limit: a conversion compares it before and after, and warns.
    static std::uint64_t limitHits();

private:
    struct Code;
    std::shared_ptr<Code> m_code;
};

} // namespace core
