// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/callfilter.h"

#include <algorithm>

namespace ui {

namespace {

char lowerAscii(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
}

// The distinct texts that match, found as they are asked for.
class TextMatches {
public:
    TextMatches(const core::ApiCallStore& calls, const QString& text)
        : m_calls(calls)
        , m_needle(text.toStdString())
        , m_known(calls.stringCount(), Unknown)
    {
        std::ranges::transform(m_needle, m_needle.begin(), lowerAscii);
    }

    bool matches(core::StringId id)
    {
        char& known = m_known[id];
        if (known == Unknown) {
            known = containsIgnoringCase(m_calls.text(id), m_needle) ? Yes : No;
        }
        return known == Yes;
    }

    bool matchesCall(core::CallIndex call)
    {
        if (matches(m_calls.apiId(call)) || matches(m_calls.returnId(call))) {
            return true;
        }
        const core::IndexRange arguments = m_calls.arguments(call);
        for (core::ArgumentIndex argument = arguments.first; argument < arguments.end(); ++argument) {
            if (matches(m_calls.argumentValueId(argument)) || matches(m_calls.argumentNameId(argument))
                || matches(m_calls.argumentPrettyId(argument))) {
                return true;
            }
        }
        return false;
    }

private:
    enum : char { Unknown, Yes, No };

    const core::ApiCallStore& m_calls;
    std::string m_needle;
    std::vector<char> m_known;
};

std::vector<core::StringId> idsOf(const core::ApiCallStore& calls, const std::set<std::string>& texts)
{
    std::vector<core::StringId> ids;
    for (const std::string& text : texts) {
        if (const auto id = calls.find(text)) {
            ids.push_back(*id);
        }
    }
    return ids;
}

bool isWithin(const std::pair<double, double>& range, std::optional<double> place)
{
    return place && *place >= range.first && *place <= range.second;
}

} // namespace

bool containsIgnoringCase(std::string_view text, std::string_view lowerNeedle)
{
    return std::ranges::search(text, lowerNeedle, {}, lowerAscii).begin() != text.end() || lowerNeedle.empty();
}

std::vector<core::CallIndex> filteredCalls(
    const core::Report& report, core::IndexRange range, const CallFilter& filter)
{
    const core::ApiCallStore& calls = report.calls();
    std::vector<core::CallIndex> rows;
    const auto categories = idsOf(calls, filter.categories);
    std::optional<TextMatches> text;
    if (!filter.text.isEmpty()) {
        text.emplace(calls, filter.text);
    }
    for (core::CallIndex call = range.first; call < range.end(); ++call) {
        if (!filter.categories.empty() && !std::ranges::contains(categories, calls.categoryId(call))) {
            continue;
        }
        if (filter.failedOnly && calls.status(call) != false) {
            continue;
        }
        if (filter.time && !isWithin(*filter.time, report.clock().ofGuest(calls.timestamp(call)))) {
            continue;
        }
        if (text && !text->matchesCall(call)) {
            continue;
        }
        rows.push_back(call);
    }
    return rows;
}

} // namespace ui
