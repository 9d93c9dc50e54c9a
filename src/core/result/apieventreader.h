// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reference/apievents.h"
#include "core/report/apicallstore.h"
#include "core/result/processmap.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace core {

class Safelist;

// Picks the events of the rules in reference/api_events.json out of API calls. It compares numbers of interned texts
// and finds equal events by hash, so that its time grows in step with the calls.
class ApiEventReader {
public:
    ApiEventReader(const ApiCallStore& calls, const Safelist& safelist);

    // Adds the events of these calls to the process; of equal events only the first.
    void read(IndexRange calls, ProcessEntry& process);

private:
    using NameId = std::uint16_t; // of a rule's names and words; 0 is none of them

    struct KeptArgument {
        NameId name = 0;
        StringId value = 0;
    };
    enum class Kind : std::uint8_t { Network, Crypto, Module, Service, Registry, File, Misc, Unused };

    struct Rule {
        const reference::ApiEventRule* table = nullptr;
        Kind kind = Kind::Unused;
        NameId words = 0; // of event and object together
        std::vector<std::pair<NameId, NameId>> names; // the report's lower-case name, the kept name
    };

    static Kind kindOf(const reference::ApiEventRule& rule);
    NameId nameId(std::string_view name);
    std::span<const std::uint16_t> rulesOf(StringId api);
    NameId argumentName(StringId name);
    // The arguments that the rule keeps, in order; none where the call is safelisted.
    void keepArguments(const Rule& rule, CallIndex call);
    bool isSafelisted(StringId value) const;
    bool isNew(const Rule& rule, StringId api);
    void add(const Rule& rule, StringId api, ProcessEntry& process);
    void addModule(ProcessEntry& process) const;
    void addService(ProcessEntry& process);
    json::Object argumentsAsJson() const;
    StringId kept(NameId name) const;

    const ApiCallStore& m_calls;
    const Safelist& m_safelist;
    std::unordered_map<std::string, NameId> m_nameIds;
    std::vector<std::string_view> m_names; // by id
    std::vector<Rule> m_rules;
    std::vector<std::optional<std::span<const std::uint16_t>>> m_rulesOfApi; // by StringId
    std::vector<std::int32_t> m_argumentNames; // by StringId; -1 is not looked at yet
    std::optional<StringId> m_network, m_crypto; // categories whose calls the safelist applies to
    NameId m_dllName, m_functionName, m_identifier, m_service;
    std::vector<KeptArgument> m_kept; // of the call at hand, in its order
    std::vector<KeptArgument> m_sorted; // the same by name
    std::u32string m_key; // of the event at hand
    std::unordered_set<std::u32string> m_known; // of the process at hand
    std::unordered_set<StringId> m_knownServices; // likewise
};

} // namespace core
