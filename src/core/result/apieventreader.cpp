// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/apieventreader.h"

#include "core/ioc/safelist.h"

#include <algorithm>

namespace core {

namespace {

constexpr std::int32_t NotLookedAt = -1;

std::string lowered(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(
        lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c; });
    return lower;
}

// Clearing takes as long as the table is large, and it keeps the size that one process gave it.
template <typename Set>
void empty(Set& set)
{
    constexpr std::size_t small = 1024;
    if (set.bucket_count() > small) {
        set = Set();
    } else {
        set.clear();
    }
}

} // namespace

ApiEventReader::ApiEventReader(const ApiCallStore& calls, const Safelist& safelist)
    : m_calls(calls)
    , m_safelist(safelist)
    , m_names{{}}
    , m_rulesOfApi(calls.stringCount())
    , m_argumentNames(calls.stringCount(), NotLookedAt)
    , m_network(calls.find("network"))
    , m_crypto(calls.find("crypto"))
    , m_dllName(nameId("DLLName"))
    , m_functionName(nameId("FunctionName"))
    , m_identifier(nameId("Identifier"))
    , m_service(nameId("Service"))
{
    for (const reference::ApiEventRule& table : reference::apiEvents()) {
        Rule rule{&table, kindOf(table), nameId(std::string(table.event) + ' ' + std::string(table.object)), {}};
        for (const reference::ApiArgument& argument : table.arguments) {
            rule.names.emplace_back(nameId(argument.name), nameId(argument.keptName));
        }
        m_rules.push_back(std::move(rule));
    }
    for (auto& [name, id] : m_nameIds) {
        m_names[id] = name;
    }
}

ApiEventReader::Kind ApiEventReader::kindOf(const reference::ApiEventRule& rule)
{
    static constexpr std::pair<std::string_view, Kind> kinds[] = {
        {"Network", Kind::Network},
        {"Crypt", Kind::Crypto},
        {"DLL", Kind::Module},
        {"Function", Kind::Module},
        {"Service", Kind::Service},
        {"Registry", Kind::Registry},
        {"File", Kind::File},
        {"Dir", Kind::File},
    };
    const auto kind = std::ranges::find(kinds, rule.object, &std::pair<std::string_view, Kind>::first);
    if (kind != std::end(kinds)) {
        return kind->second;
    }
    return rule.event == "Misc" ? Kind::Misc : Kind::Unused;
}

ApiEventReader::NameId ApiEventReader::nameId(std::string_view name)
{
    const auto [place, isNew] = m_nameIds.try_emplace(std::string(name), NameId(m_names.size()));
    if (isNew) {
        m_names.emplace_back();
    }
    return place->second;
}

std::span<const std::uint16_t> ApiEventReader::rulesOf(StringId api)
{
    auto& rules = m_rulesOfApi[api];
    if (!rules) {
        rules = m_calls.tag(api) == ValueTag::String ? reference::apiEventsOf(m_calls.text(api))
                                                     : std::span<const std::uint16_t>();
    }
    return *rules;
}

ApiEventReader::NameId ApiEventReader::argumentName(StringId name)
{
    std::int32_t& id = m_argumentNames[name];
    if (id == NotLookedAt) {
        const auto known = m_nameIds.find(lowered(m_calls.text(name)));
        id = known == m_nameIds.end() || m_calls.tag(name) != ValueTag::String ? 0 : known->second;
    }
    return NameId(id);
}

void ApiEventReader::read(IndexRange calls, ProcessEntry& process)
{
    empty(m_known);
    empty(m_knownServices);
    for (CallIndex call = calls.first; call < calls.end(); ++call) {
        const StringId api = m_calls.apiId(call);
        for (const std::uint16_t index : rulesOf(api)) {
            const Rule& rule = m_rules[index];
            if (rule.kind == Kind::Unused) {
                continue;
            }
            keepArguments(rule, call);
            if (!m_kept.empty() && isNew(rule, api)) {
                add(rule, api, process);
            }
        }
    }
}

void ApiEventReader::keepArguments(const Rule& rule, CallIndex call)
{
    m_kept.clear();
    const StringId category = m_calls.categoryId(call);
    const bool mayBeSafelisted = category != 0 && (category == m_network || category == m_crypto);
    const IndexRange arguments = m_calls.arguments(call);
    for (ArgumentIndex argument = arguments.first; argument < arguments.end(); ++argument) {
        const NameId name = argumentName(m_calls.argumentNameId(argument));
        const auto rename = std::ranges::find(rule.names, name, &std::pair<NameId, NameId>::first);
        const StringId value = m_calls.argumentValueId(argument);
        if (name == 0 || rename == rule.names.end() || value == 0) {
            continue;
        }
        if (mayBeSafelisted && isSafelisted(value)) {
            m_kept.clear();
            return;
        }
        const auto earlier = std::ranges::find(m_kept, rename->second, &KeptArgument::name);
        if (earlier != m_kept.end()) {
            earlier->value = value;
        } else {
            m_kept.push_back({rename->second, value});
        }
    }
}

bool ApiEventReader::isSafelisted(StringId value) const
{
    return m_calls.tag(value) == ValueTag::String
        && m_safelist.isTagSafelisted(
            m_calls.text(value), {"network.dynamic.ip", "network.dynamic.uri", "network.dynamic.domain"});
}

// Events are equal when words, API and arguments are, whatever the order of the arguments.
bool ApiEventReader::isNew(const Rule& rule, StringId api)
{
    m_sorted = m_kept;
    std::ranges::sort(m_sorted, {}, &KeptArgument::name);
    m_key.assign({char32_t(rule.words), char32_t(api)});
    for (const KeptArgument& argument : m_sorted) {
        m_key += char32_t(argument.name);
        m_key += char32_t(argument.value);
    }
    return m_known.insert(m_key).second;
}

void ApiEventReader::add(const Rule& rule, StringId api, ProcessEntry& process)
{
    const auto event
        = [&] { return ApiEvent{rule.table->event, rule.table->object, m_calls.text(api), argumentsAsJson()}; };
    switch (rule.kind) {
    case Kind::Network:
        process.networkCalls.push_back(event());
        break;
    case Kind::Crypto:
        process.cryptoBuffers.push_back(event());
        break;
    case Kind::Misc:
        process.miscEvents.push_back(event());
        break;
    case Kind::Module:
        addModule(process);
        break;
    case Kind::Service:
        addService(process);
        break;
    case Kind::Registry:
        ++process.registryCount;
        break;
    case Kind::File:
        ++process.fileCount;
        break;
    case Kind::Unused:
        break;
    }
}

void ApiEventReader::addModule(ProcessEntry& process) const
{
    process.moduleEvents.push_back({kept(m_dllName), kept(m_functionName), kept(m_identifier)});
}

void ApiEventReader::addService(ProcessEntry& process)
{
    const StringId service = kept(m_service);
    if (service != 0 && m_knownServices.insert(service).second) {
        process.services.push_back(service);
    }
}

json::Object ApiEventReader::argumentsAsJson() const
{
    json::Object arguments;
    for (const KeptArgument& argument : m_kept) {
        arguments.append(std::string(m_names[argument.name]), m_calls.value(argument.value));
    }
    return arguments;
}

// The value of the call at hand's argument; 0 where it has none.
StringId ApiEventReader::kept(NameId name) const
{
    const auto argument = std::ranges::find(m_kept, name, &KeptArgument::name);
    return argument == m_kept.end() ? 0 : argument->value;
}

} // namespace core
