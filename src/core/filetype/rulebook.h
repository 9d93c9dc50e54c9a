// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filetype/mark.h"
#include "core/filetype/markedtext.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace core::filetype {

// The rules that tell texts apart (resources/reference/file_rules.json). A rule is {"name", "type", "score", "when",
// "marks": {group: [mark, ...]}}; one without a type only serves others. Of the rules that hold, the highest score
// wins, then the first. A condition is a list that begins with a word:
//   ["all", condition...] ["any", condition...] ["not", condition] ["rule", name]
//   ["text"] ["mime", type]              libmagic says text, or this
//   ["below", size]                      the file has fewer bytes
//   ["bytes", place, hexadecimal]        these bytes stand there; a negative place counts from the end
//   ["marks", n, group...]               n marks of the groups occur, ["every", group...] all of them
//   ["total", n, group...]               their matches add up to n
//   ["each", n, group...]                each mark of the groups matches n times; ["repeated", n, group...] one does
//   ["within", n, from, to, group...]    n marks begin there; from a negative place to the end
//   ["before", group, other]             a match of the group comes before any of the other, and both occur
class RuleBook {
public:
    // The compiled-in rules; the patterns compile when they are first needed.
    static const RuleBook& shared();

    // The type that the rules give; nothing where none holds.
    std::optional<std::string> typeOf(const MarkedText& text) const;
    // The names of all rules that hold, for tests and explanations.
    std::vector<std::string> holding(const MarkedText& text) const;

private:
    struct Rule {
        std::string name;
        std::string type;
        std::int64_t score = 0;
        json::Value when;
        std::map<std::string, std::vector<Mark>, std::less<>> groups;
    };
    class Reading;

    explicit RuleBook(const json::Value& rules);

    std::vector<Rule> m_rules; // the best first
};

} // namespace core::filetype
