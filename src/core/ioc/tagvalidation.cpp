// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ioc/tagvalidation.h"

#include "core/ioc/netvalidation.h"
#include "core/ioc/pythonurl.h"
#include "core/ioc/text.h"
#include "core/json/python.h"

#include <optional>

namespace core {

namespace {

struct Outcome {
    bool added = false;
    bool safelisted = false;
};

class TagCollector {
public:
    TagCollector(std::vector<Tag>& tags, const Safelist& safelist)
        : m_tags(tags)
        , m_safelist(safelist)
    {
    }

    Outcome collect(std::string_view type, std::string_view value)
    {
        if (value.empty() || !fitsType(type, value)) {
            return {};
        }
        if (m_safelist.isTagSafelisted(value, type)) {
            return {.added = false, .safelisted = true};
        }
        if (type.ends_with(".uri")) {
            return collectUri(type.starts_with("network.static.") ? "network.static" : "network.dynamic", value);
        }
        add(type, safeStr(value));
        return {.added = true};
    }

private:
    void add(std::string_view type, std::string value) { m_tags.emplace_back(std::string(type), std::move(value)); }

    // URIs are taken however odd they are: what can be tagged of them is found out later.
    static bool fitsType(std::string_view type, std::string_view value)
    {
        if (type.ends_with(".domain")) {
            return patterns::domainOnly().matches(value) && isValidDomain(value);
        }
        if (type.ends_with(".uri_path")) {
            return patterns::uriPath().matches(value);
        }
        return !type.ends_with(".ip") || (patterns::ip().matches(value) && isValidIp(value));
    }

    // The host in the letter case that the URI has it in, or the whole value where there is none.
    static std::optional<std::string> hostOf(std::string_view value)
    {
        const auto parts = urlSplit(value);
        if (!parts) {
            return std::nullopt;
        }
        const std::string host = parts->hostname();
        if (host.empty()) {
            return std::string(value);
        }
        // A host that was broken over lines does not stand in the value as it is, and is none.
        const std::size_t at = lowerCase(value).find(host);
        return at < value.size() ? std::string(value.substr(at, host.size())) : std::string();
    }

    Outcome collectUri(const std::string& network, std::string_view value)
    {
        const auto host = hostOf(value);
        if (!host) {
            return {};
        }
        Outcome domainOutcome;
        const auto domain = patterns::domain().match(*host);
        if (domain) {
            domainOutcome = collect(network + ".domain", domain->group());
        }
        Outcome ipOutcome;
        const auto ip = patterns::ip().match(*host);
        if (ip) {
            ipOutcome = collect(network + ".ip", ip->group());
        }
        const bool isHostItself = (domain && value == domain->group()) || (ip && value == ip->group());
        const bool safelisted = ip ? ipOutcome.safelisted : domainOutcome.safelisted;
        if ((!isHostItself && (domainOutcome.added || ipOutcome.added)) || safelisted) {
            return collectUriParts(network, value);
        }
        if (isHostItself) {
            return {.added = true};
        }
        if (patterns::uriPath().matches(value)) {
            return collect(network + ".uri_path", value);
        }
        add("file.string.extracted", safeStr(value));
        return {.added = true};
    }

    Outcome collectUriParts(const std::string& network, std::string_view value)
    {
        std::string url(value);
        if (!patterns::fullUri().matches(url)) {
            // Often only the query is not encoded.
            auto parts = urlSplit(url);
            if (!parts) {
                return {};
            }
            parts->query = quotePlus(parts->query);
            url = urlUnsplit(*parts);
            if (!patterns::fullUri().matches(url)) {
                return {};
            }
        }
        if (m_safelist.isTagSafelisted(url, {"network.dynamic.uri", "network.static.uri"})) {
            return {.added = false, .safelisted = true};
        }
        add(network + ".uri", url);
        if (const auto path = patterns::uriPath().search(afterSlashes(url))) {
            add(network + ".uri_path", std::string(path->group()));
        }
        return {.added = true};
    }

    // What stands between the first two "//", as the service cuts a URI.
    static std::string_view afterSlashes(std::string_view url)
    {
        const std::size_t start = url.find("//");
        if (start == std::string_view::npos) {
            return url;
        }
        const std::size_t end = url.find("//", start + 2);
        return url.substr(start + 2, end == std::string_view::npos ? end : end - start - 2);
    }

    std::vector<Tag>& m_tags;
    const Safelist& m_safelist;
};

} // namespace

bool collectTags(std::string_view type, std::string_view value, std::vector<Tag>& tags, const Safelist& safelist)
{
    return TagCollector(tags, safelist).collect(type, value).added;
}

bool collectTags(std::string_view type, const json::Value& value, std::vector<Tag>& tags, const Safelist& safelist)
{
    if (value.isString()) {
        return collectTags(type, std::string_view(value.toString()), tags, safelist);
    }
    if (value.isArray()) {
        bool added = false;
        for (const json::Value& item : value.toArray()) {
            added = collectTags(type, item, tags, safelist);
        }
        return added;
    }
    if (!json::python::truthy(value)) {
        return false;
    }
    tags.emplace_back(std::string(type), value);
    return true;
}

} // namespace core
