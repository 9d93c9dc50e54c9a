// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ioc/safelist.h"

#include "core/ioc/netvalidation.h"
#include "core/ioc/pythonurl.h"
#include "core/ioc/regex.h"
#include "core/ioc/text.h"
#include "core/reference/safelistentries.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace core {

namespace {

// Longer values are seldom seen twice, and a hostile report must not fill the memory with answers.
constexpr std::size_t longestRemembered = 512;
constexpr std::size_t mostRemembered = 200'000;

constexpr std::string_view dynamicIp = "network.dynamic.ip";
constexpr std::string_view dynamicDomain = "network.dynamic.domain";

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

using TextSet = std::unordered_set<std::string, TextHash, std::equal_to<>>;
using Answers = std::unordered_map<std::string, bool, TextHash, std::equal_to<>>;

std::string replaced(std::string_view text, std::string_view from, std::string_view to)
{
    std::string out;
    std::size_t start = 0;
    for (std::size_t at = text.find(from); at != std::string_view::npos; at = text.find(from, start)) {
        out += text.substr(start, at - start);
        out += to;
        start = at + from.size();
    }
    out += text.substr(start);
    return out;
}

// The entries of a tag type. Its patterns become one, so that a value is matched once against all of them.
class Entries {
public:
    void addText(std::string_view text) { m_texts.insert(lowerCase(text)); }

    void addPattern(std::string_view pattern)
    {
        m_patterns.emplace_back(pattern);
        m_regexes.clear();
    }

    bool holds(std::string_view value, bool substring)
    {
        if (!m_texts.empty()) {
            const std::string lower = lowerCase(value);
            if (m_texts.contains(lower) || (substring && std::ranges::any_of(m_texts, [&](const std::string& text) {
                    return lower.contains(text);
                }))) {
                return true;
            }
        }
        compile();
        return std::ranges::any_of(m_regexes, [value](const Regex& regex) { return regex.matches(value); });
    }

private:
    void compile()
    {
        if (!m_regexes.empty() || m_patterns.empty()) {
            return;
        }
        std::string all;
        for (const std::string& pattern : m_patterns) {
            all += all.empty() ? "(?:" : "|(?:";
            all += pattern + ")";
        }
        if (Regex combined(all, Regex::IgnoreCase); combined.isValid()) {
            m_regexes.push_back(std::move(combined));
            return;
        }
        for (const std::string& pattern : m_patterns) { // one of them is broken: the others still count
            m_regexes.emplace_back(pattern, Regex::IgnoreCase);
        }
    }

    TextSet m_texts;
    std::vector<std::string> m_patterns;
    std::vector<Regex> m_regexes;
};

} // namespace

struct Safelist::Data {
    std::unordered_map<std::string, Entries, TextHash, std::equal_to<>> byType;
    std::unordered_map<std::string, Answers, TextHash, std::equal_to<>> answersByType;
    Answers contained; // the answers of containsSafelistedValue
    std::size_t remembered = 0;
    std::mutex mutex;

    Entries& entries(std::string_view type)
    {
        const auto it = byType.find(type);
        return it != byType.end() ? it->second : byType[std::string(type)];
    }

    bool holds(std::string_view value, std::string_view type, bool substring)
    {
        const std::scoped_lock lock(mutex);
        const auto entries = byType.find(type);
        if (entries == byType.end()) {
            return false;
        }
        if (substring) {
            return entries->second.holds(value, true);
        }
        Answers& answers = answersByType[entries->first];
        if (const auto known = answers.find(value); known != answers.end()) {
            return known->second;
        }
        const bool answer = entries->second.holds(value, false);
        remember(answers, value, answer);
        return answer;
    }

    void remember(Answers& answers, std::string_view value, bool answer)
    {
        if (value.size() <= longestRemembered && remembered < mostRemembered) {
            answers.emplace(value, answer);
            ++remembered;
        }
    }

    std::optional<bool> knownContained(std::string_view text)
    {
        const std::scoped_lock lock(mutex);
        const auto known = contained.find(text);
        return known != contained.end() ? std::optional(known->second) : std::nullopt;
    }
};

Safelist::Safelist()
    : m_data(std::make_shared<Data>())
{
}

Safelist::Safelist(const json::Value& value)
    : Safelist()
{
    for (const auto& [type, texts] : value["match"].toObject()) {
        for (const json::Value& text : texts.toArray()) {
            m_data->entries(type).addText(text.toString());
        }
    }
    for (const auto& [type, patterns] : value["regex"].toObject()) {
        for (const json::Value& pattern : patterns.toArray()) {
            m_data->entries(type).addPattern(pattern.toString());
        }
    }
}

Safelist Safelist::system()
{
    Safelist list;
    for (const reference::SafelistEntries& entries : reference::safelistMatches()) {
        for (const std::string_view text : entries.values) {
            list.m_data->entries(entries.tagType).addText(text);
        }
    }
    for (const reference::SafelistEntries& entries : reference::safelistPatterns()) {
        for (const std::string_view pattern : entries.values) {
            list.m_data->entries(entries.tagType).addPattern(pattern);
        }
    }
    return list;
}

void Safelist::detach()
{
    auto own = std::make_shared<Data>();
    {
        const std::scoped_lock lock(m_data->mutex);
        own->byType = m_data->byType;
    }
    m_data = std::move(own);
}

void Safelist::addRandomIpRange(std::string_view network)
{
    addPattern(dynamicIp, replaced(replaced(network, ".", "\\."), "0/24", ".*"));
}

void Safelist::addPattern(std::string_view tagType, std::string_view pattern)
{
    detach();
    m_data->entries(tagType).addPattern(pattern);
}

bool Safelist::isEmpty() const
{
    return m_data->byType.empty();
}

bool Safelist::isTagSafelisted(std::string_view value, std::span<const std::string_view> tagTypes, bool substring) const
{
    return std::ranges::any_of(
        tagTypes, [&](std::string_view type) { return isTagSafelisted(value, type, substring); });
}

bool Safelist::isTagSafelisted(
    std::string_view value, std::initializer_list<std::string_view> tagTypes, bool substring) const
{
    return isTagSafelisted(value, std::span(tagTypes.begin(), tagTypes.size()), substring);
}

bool Safelist::isTagSafelisted(std::string_view value, std::string_view tagType, bool substring) const
{
    return !value.empty() && m_data->holds(value, tagType, substring);
}

bool Safelist::containsSafelistedValue(std::string_view text) const
{
    if (text.empty() || isEmpty()) {
        return false;
    }
    if (const auto known = m_data->knownContained(text)) {
        return *known;
    }
    bool answer = false;
    if (const auto ip = patterns::ip().search(text)) {
        answer = isTagSafelisted(ip->group(), dynamicIp);
    } else if (const auto domain = patterns::domain().search(text)) {
        answer = isTagSafelisted(domain->group(), dynamicDomain);
    } else if (const auto uri = patterns::uri().search(text)) {
        const auto parts = urlSplit(uri->group());
        answer = parts && isTagSafelisted(parts->netloc, dynamicDomain);
    }
    const std::scoped_lock lock(m_data->mutex);
    m_data->remember(m_data->contained, text, answer);
    return answer;
}

} // namespace core
