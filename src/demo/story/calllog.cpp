// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/story/calllog.h"

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace demo::story {

using core::json::Array;
using core::json::Object;

std::string hex(std::uint64_t value, int digits)
{
    char text[24];
    std::snprintf(text, sizeof text, "0x%0*llx", digits, static_cast<unsigned long long>(value));
    return text;
}

std::string logTime(const QDateTime& start, qint64 at)
{
    return start.addMSecs(at).toString(u"yyyy-MM-dd HH:mm:ss,zzz"_s).toStdString();
}

void CallLog::add(qint64 at, std::string category, std::string api, std::vector<Argument> arguments, Outcome outcome,
    const std::string& mark, int repeated)
{
    // A thread makes several calls on end before another has its turn.
    const auto thread = m_threads[qsizetype((m_calls.size() / 23) % std::size_t(m_threads.size()))];
    const std::uint64_t module = 0x7ffb10000000U + m_chance.below(6) * 0x1230000U;
    m_calls.push_back({at, thread, hex(module + m_chance.below(0x9ffff)), hex(module + m_chance.below(0x9ffff)),
        std::move(category), std::move(api), std::move(arguments), std::move(outcome), mark, repeated});
}

void CallLog::close()
{
    std::ranges::stable_sort(m_calls, {}, &Call::at);
    for (std::size_t i = 0; i < m_calls.size(); ++i) {
        if (!m_calls[i].mark.empty()) {
            m_marks.emplace(m_calls[i].mark, int(i));
        }
    }
}

int CallLog::idOf(const std::string& mark) const
{
    const auto found = m_marks.find(mark);
    return found == m_marks.end() ? -1 : found->second;
}

Array CallLog::toJson(const QDateTime& start) const
{
    Array list;
    list.reserve(m_calls.size());
    for (std::size_t i = 0; i < m_calls.size(); ++i) {
        const Call& call = m_calls[i];
        Array arguments;
        for (const Argument& argument : call.arguments) {
            Object entry{{"name", argument.name}, {"value", argument.value}};
            if (!argument.pretty.empty()) {
                entry.append("pretty_value", argument.pretty);
            }
            arguments.push_back(std::move(entry));
        }
        Object entry{
            {"timestamp", logTime(start, call.at)},
            {"thread_id", std::to_string(call.thread)},
            {"caller", call.caller},
            {"parentcaller", call.parentCaller},
            {"category", call.category},
            {"api", call.api},
            {"status", call.outcome.succeeded},
            {"return", call.outcome.value},
        };
        if (!call.outcome.pretty.empty()) {
            entry.append("pretty_return", call.outcome.pretty);
        }
        entry.append("arguments", std::move(arguments));
        entry.append("repeated", call.repeated);
        entry.append("id", int(i));
        list.push_back(std::move(entry));
    }
    return list;
}

} // namespace demo::story
