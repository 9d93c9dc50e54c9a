// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/stringtable.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace core {

using CallIndex = std::uint32_t;
using ArgumentIndex = std::uint32_t;

// `count` items from `first`.
struct IndexRange {
    std::uint32_t first = 0;
    std::uint32_t count = 0;

    std::uint32_t end() const { return first + count; }
    friend bool operator==(const IndexRange&, const IndexRange&) = default;
};

// One API call while it is read. A field that the report lacks is 0 (absent).
struct ApiCall {
    StringId timestamp = 0;
    StringId threadId = 0;
    StringId caller = 0;
    StringId parentCaller = 0;
    StringId category = 0;
    StringId api = 0;
    StringId status = 0;
    StringId returned = 0;
    StringId prettyReturn = 0;
    std::int64_t repeated = 0;
    std::int64_t id = -1;
    bool hasArguments = false;
};

struct ApiArgument {
    StringId name = 0;
    StringId value = 0;
    StringId prettyValue = 0;
};

// The API calls of every process of a report, by columns; texts are interned. Calls of a process stand in a row
// (Process::calls), and so do the arguments of a call. Filled by the parser, then never changed.
class ApiCallStore {
public:
    std::uint32_t callCount() const { return std::uint32_t(m_api.size()); }
    std::uint32_t argumentCount() const { return std::uint32_t(m_argumentName.size()); }
    std::uint32_t stringCount() const { return m_strings.count(); }

    std::string_view text(StringId id) const { return m_strings.text(id); }
    ValueTag tag(StringId id) const { return m_strings.tag(id); }
    json::Value value(StringId id) const { return m_strings.value(id); }
    // The number of a string that occurs somewhere in the calls: to compare numbers instead of texts.
    std::optional<StringId> find(std::string_view text) const { return m_strings.find(text); }

    StringId timestampId(CallIndex call) const { return m_timestamp[call]; }
    StringId threadId(CallIndex call) const { return m_threadId[call]; }
    StringId callerId(CallIndex call) const { return m_caller[call]; }
    StringId parentCallerId(CallIndex call) const { return m_parentCaller[call]; }
    StringId categoryId(CallIndex call) const { return m_category[call]; }
    StringId apiId(CallIndex call) const { return m_api[call]; }
    StringId statusId(CallIndex call) const { return m_status[call]; }
    StringId returnId(CallIndex call) const { return m_returned[call]; }
    // "" where the report has none.
    std::string_view timestamp(CallIndex call) const { return text(m_timestamp[call]); }
    std::string_view thread(CallIndex call) const { return text(m_threadId[call]); }
    std::string_view caller(CallIndex call) const { return text(m_caller[call]); }
    std::string_view parentCaller(CallIndex call) const { return text(m_parentCaller[call]); }
    std::string_view category(CallIndex call) const { return text(m_category[call]); }
    std::string_view api(CallIndex call) const { return text(m_api[call]); }
    std::string_view returned(CallIndex call) const { return text(m_returned[call]); }
    std::string_view prettyReturn(CallIndex call) const;
    // Whether the call succeeded, when the report says so.
    std::optional<bool> status(CallIndex call) const;
    // How often the call was repeated; 0 when it was not or nothing is said.
    std::int64_t repeated(CallIndex call) const { return m_repeated[call]; }
    // The call's own number in the report; -1 where there is none.
    std::int64_t callId(CallIndex call) const { return m_id[call]; }

    // Tells a call without `arguments` from one with an empty list.
    bool hasArguments(CallIndex call) const { return m_hasArguments[call]; }
    IndexRange arguments(CallIndex call) const
    {
        return {m_firstArgument[call], m_firstArgument[call + 1] - m_firstArgument[call]};
    }

    StringId argumentNameId(ArgumentIndex argument) const { return m_argumentName[argument]; }
    StringId argumentValueId(ArgumentIndex argument) const { return m_argumentValue[argument]; }
    StringId argumentPrettyId(ArgumentIndex argument) const { return m_argumentPretty[argument]; }
    std::string_view argumentName(ArgumentIndex argument) const { return text(m_argumentName[argument]); }
    // The value's text: a string's own, else the JSON text.
    std::string_view argumentText(ArgumentIndex argument) const { return text(m_argumentValue[argument]); }
    std::string_view argumentPretty(ArgumentIndex argument) const { return text(m_argumentPretty[argument]); }
    json::Value argumentValue(ArgumentIndex argument) const { return value(m_argumentValue[argument]); }
    // The first argument of that name of a call.
    std::optional<ArgumentIndex> findArgument(CallIndex call, StringId name) const;

    // Makes room for the calls of a small report at once.
    void reserve();
    // The arguments of a call come before the call itself.
    StringTable& strings() { return m_strings; }
    void appendArgument(const ApiArgument& argument);
    void appendCall(const ApiCall& call);
    // Forgets arguments appended since the last call: their call turned out broken.
    void dropPendingArguments();
    // Gives back what growing took beyond need.
    void finish();

private:
    template <typename Change>
    void changeColumns(Change change);

    StringTable m_strings;
    std::vector<StringId> m_timestamp, m_threadId, m_caller, m_parentCaller, m_category, m_api, m_status, m_returned;
    std::vector<std::int64_t> m_id;
    std::vector<std::int32_t> m_repeated;
    std::vector<bool> m_hasArguments;
    std::vector<ArgumentIndex> m_firstArgument{0}; // of each call, and one more: the end of the last
    std::vector<StringId> m_argumentName, m_argumentValue, m_argumentPretty;
    std::map<CallIndex, StringId> m_prettyReturn; // few calls have one
};

} // namespace core
