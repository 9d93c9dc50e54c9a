// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/apicallstore.h"

#include "core/report/strace.h"

#include <algorithm>
#include <limits>

namespace core {

namespace {

constexpr std::size_t fewCalls = 256;

} // namespace

std::string_view ApiCallStore::prettyReturn(CallIndex call) const
{
    const auto it = m_prettyReturn.find(call);
    return it == m_prettyReturn.end() ? std::string_view() : text(it->second);
}

std::optional<bool> ApiCallStore::status(CallIndex call) const
{
    const StringId id = m_status[call];
    if (tag(id) == ValueTag::Bool) {
        return text(id) == "true";
    }
    if (tag(id) != ValueTag::Absent && tag(id) != ValueTag::Null) {
        return std::nullopt;
    }
    // Linux guests, whose times are times of day, say it by what the call returned.
    const std::optional<bool> status = straceStatus(returned(call));
    return timestamp(call).contains('-') && status != false ? std::nullopt : status;
}

std::optional<ArgumentIndex> ApiCallStore::findArgument(CallIndex call, StringId name) const
{
    const IndexRange range = arguments(call);
    for (ArgumentIndex argument = range.first; argument < range.end(); ++argument) {
        if (m_argumentName[argument] == name) {
            return argument;
        }
    }
    return std::nullopt;
}

void ApiCallStore::appendArgument(const ApiArgument& argument)
{
    m_argumentName.push_back(argument.name);
    m_argumentValue.push_back(argument.value);
    m_argumentPretty.push_back(argument.prettyValue);
}

void ApiCallStore::appendCall(const ApiCall& call)
{
    constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
    if (call.prettyReturn != 0) {
        m_prettyReturn.emplace(callCount(), call.prettyReturn);
    }
    m_timestamp.push_back(call.timestamp);
    m_threadId.push_back(call.threadId);
    m_caller.push_back(call.caller);
    m_parentCaller.push_back(call.parentCaller);
    m_category.push_back(call.category);
    m_api.push_back(call.api);
    m_status.push_back(call.status);
    m_returned.push_back(call.returned);
    m_id.push_back(call.id);
    m_repeated.push_back(std::int32_t(std::clamp<std::int64_t>(call.repeated, 0, most)));
    m_hasArguments.push_back(call.hasArguments);
    m_firstArgument.push_back(argumentCount());
}

void ApiCallStore::dropPendingArguments()
{
    const ArgumentIndex kept = m_firstArgument.back();
    m_argumentName.resize(kept);
    m_argumentValue.resize(kept);
    m_argumentPretty.resize(kept);
}

template <typename Change>
void ApiCallStore::changeColumns(Change change)
{
    for (auto* column : {&m_timestamp, &m_threadId, &m_caller, &m_parentCaller, &m_category, &m_api, &m_status,
             &m_returned, &m_firstArgument, &m_argumentName, &m_argumentValue, &m_argumentPretty}) {
        change(*column);
    }
    change(m_id);
    change(m_repeated);
}

void ApiCallStore::reserve()
{
    changeColumns([](auto& column) { column.reserve(fewCalls); });
}

void ApiCallStore::finish()
{
    if (callCount() > fewCalls) {
        changeColumns([](auto& column) { column.shrink_to_fit(); });
    }
}

} // namespace core
