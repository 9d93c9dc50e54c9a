// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filetype/rulebook.h"

#include "core/json/reader.h"
#include "core/reference/filetypes.h"

#include <QByteArray>

#include <algorithm>

namespace core::filetype {

// One text held against the rules; each rule is decided once.
class RuleBook::Reading {
public:
    Reading(const RuleBook& book, const MarkedText& text)
        : m_rules(book.m_rules)
        , m_text(text)
        , m_decided(m_rules.size())
    {
    }

    bool holds(std::size_t index)
    {
        if (!m_decided[index]) {
            const Rule* outer = std::exchange(m_rule, &m_rules[index]);
            m_decided[index] = isTrue(m_rules[index].when);
            m_rule = outer;
        }
        return *m_decided[index];
    }

private:
    bool isTrue(const json::Value& condition)
    {
        const std::string_view word = condition[0].toString();
        if (word == "all" || word == "any" || word == "not" || word == "rule") {
            return logic(word, condition);
        }
        if (word == "text") {
            return m_text.isText();
        }
        if (word == "mime") {
            return m_text.mime() == condition[1].toString();
        }
        if (word == "below") {
            return m_text.size() < condition[1].toInteger();
        }
        if (word == "bytes") {
            return bytesStandAt(condition[1].toInteger(), condition[2].toString());
        }
        return marksSay(word, condition);
    }

    bool logic(std::string_view word, const json::Value& condition)
    {
        if (word == "rule") {
            const auto rule = std::ranges::find(m_rules, condition[1].toString(), &Rule::name);
            return rule != m_rules.end() && holds(std::size_t(rule - m_rules.begin()));
        }
        if (word == "not") {
            return !isTrue(condition[1]);
        }
        const bool all = word == "all";
        for (std::size_t i = 1; i < condition.size(); ++i) {
            if (isTrue(condition[i]) != all) {
                return !all;
            }
        }
        return all;
    }

    bool bytesStandAt(std::int64_t place, std::string_view hex) const
    {
        const QByteArray expected = QByteArray::fromHex(QByteArray(hex.data(), qsizetype(hex.size())));
        const std::int64_t at = place < 0 ? m_text.size() + place : place;
        return at >= 0 && at < std::int64_t(m_text.bytes().size())
            && m_text.bytes().substr(std::size_t(at)).starts_with(std::string_view(expected.data(), expected.size()));
    }

    bool marksSay(std::string_view word, const json::Value& condition) const
    {
        const auto least = int(condition[1].toInteger());
        if (word == "before") {
            return isBefore(condition[1].toString(), condition[2].toString());
        }
        if (word == "every") {
            const auto marks = marksOf(condition, 1);
            return std::ranges::all_of(marks, [&](const Mark* mark) { return mark->isIn(m_text); });
        }
        if (word == "within") {
            return begin(condition, least);
        }
        const auto marks = marksOf(condition, 2);
        if (word == "marks") {
            return atLeast(least, marks, [&](const Mark& mark) { return mark.isIn(m_text); });
        }
        if (word == "total") {
            int total = 0;
            return std::ranges::any_of(
                marks, [&](const Mark* mark) { return (total += mark->count(m_text, least - total)) >= least; });
        }
        const auto repeats = [&](const Mark* mark) { return mark->count(m_text, least) >= least; };
        return word == "each" ? std::ranges::all_of(marks, repeats)
                              : word == "repeated" && std::ranges::any_of(marks, repeats);
    }

    bool begin(const json::Value& condition, int least) const
    {
        const std::int64_t size = m_text.size();
        const std::int64_t first = condition[2].toInteger();
        const std::int64_t from = first < 0 ? size + first : first;
        const std::int64_t to = first < 0 ? size : condition[3].toInteger();
        return atLeast(least, marksOf(condition, 4),
            [&](const Mark& mark) { return mark.beginsWithin(m_text, from, to); });
    }

    bool isBefore(std::string_view group, std::string_view other) const
    {
        const auto one = firstOf(group);
        const auto two = firstOf(other);
        return one && two && *one < *two;
    }

    std::optional<std::int64_t> firstOf(std::string_view group) const
    {
        const auto marks = m_rule->groups.find(group);
        return marks == m_rule->groups.end() ? std::nullopt : marks->second.front().first(m_text);
    }

    std::vector<const Mark*> marksOf(const json::Value& condition, std::size_t from) const
    {
        std::vector<const Mark*> marks;
        for (std::size_t i = from; i < condition.size(); ++i) {
            if (const auto group = m_rule->groups.find(condition[i].toString()); group != m_rule->groups.end()) {
                for (const Mark& mark : group->second) {
                    marks.push_back(&mark);
                }
            }
        }
        return marks;
    }

    template <typename Test>
    static bool atLeast(int least, const std::vector<const Mark*>& marks, Test test)
    {
        int found = 0;
        return std::ranges::any_of(marks, [&](const Mark* mark) { return test(*mark) && ++found >= least; });
    }

    const std::vector<Rule>& m_rules;
    const MarkedText& m_text;
    std::vector<std::optional<bool>> m_decided;
    const Rule* m_rule = nullptr;
};

RuleBook::RuleBook(const json::Value& rules)
{
    for (const json::Value& row : rules.toArray()) {
        Rule rule{std::string(row["name"].toString()), std::string(row["type"].toString()), row["score"].toInteger(),
            row["when"], {}};
        for (const auto& [group, marks] : row["marks"].toObject()) {
            std::vector<Mark>& list = rule.groups[std::string(group.view())];
            for (const json::Value& mark : marks.toArray()) {
                list.emplace_back(mark);
            }
        }
        m_rules.push_back(std::move(rule));
    }
    std::ranges::stable_sort(m_rules, std::greater<>(), &Rule::score);
}

const RuleBook& RuleBook::shared()
{
    static const RuleBook book(json::parse(reference::fileRules()).value_or(json::Value()));
    return book;
}

std::optional<std::string> RuleBook::typeOf(const MarkedText& text) const
{
    Reading reading(*this, text);
    for (std::size_t i = 0; i < m_rules.size(); ++i) {
        if (!m_rules[i].type.empty() && reading.holds(i)) {
            return m_rules[i].type;
        }
    }
    return std::nullopt;
}

std::vector<std::string> RuleBook::holding(const MarkedText& text) const
{
    Reading reading(*this, text);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < m_rules.size(); ++i) {
        if (reading.holds(i)) {
            names.push_back(m_rules[i].name);
        }
    }
    return names;
}

} // namespace core::filetype
