// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ioc/iocextractor.h"

#include "core/ioc/netvalidation.h"
#include "core/ioc/networkfinder.h"
#include "core/ioc/pythonurl.h"
#include "core/ioc/regex.h"
#include "core/ioc/text.h"
#include "core/reference/iocconstants.h"

#include <algorithm>
#include <unordered_set>

namespace core {

namespace {

using Texts = std::set<std::string, std::less<>>;

// A list of URLs joined by commas is one URL to the pattern, and is read again after each comma. What is read for one
// text is limited, so that a hostile one cannot make that quadratic.
constexpr std::size_t rereadFactor = 16;
constexpr std::size_t rereadAtLeast = 1024 * 1024;
constexpr std::size_t mostRests = 1000;

constexpr std::string_view endingCharacters[] = {" ", ",", "\\"};
constexpr std::string_view invalidUriCharacters[] = {"\"", "'", "<", ">", "(", ")"};

const Regex& byteEscapes()
{
    static const Regex regex(reference::byteEscapePattern());
    return regex;
}

Texts asSet(std::vector<std::string> texts)
{
    return Texts(std::make_move_iterator(texts.begin()), std::make_move_iterator(texts.end()));
}

Texts without(Texts texts, const Texts& others)
{
    std::erase_if(texts, [&](const std::string& text) { return others.contains(text); });
    return texts;
}

class Extraction {
public:
    Extraction(IocTable& table, const IocOptions& options, std::vector<std::string>* uris)
        : m_table(table)
        , m_options(options)
        , m_foundUris(uris)
        , m_network(options.networkStatic ? "network.static" : "network.dynamic")
    {
        if (options.safelist) {
            m_safelist = *options.safelist;
        }
    }

    void run(std::string_view text)
    {
        std::size_t budget = std::max(text.size() * rereadFactor, rereadAtLeast);
        m_rests.emplace_back(text);
        for (std::size_t i = 0; i < m_rests.size() && i <= mostRests && m_rests[i].size() <= budget; ++i) {
            budget -= m_rests[i].size();
            readOne(std::string(m_rests[i]));
        }
    }

private:
    void readOne(const std::string& text)
    {
        const Texts ips = asSet(findIps(text));
        const Texts domains = without(asSet(findDomains(byteEscapes().replace(text, ","))), ips);
        const Texts uris = without(without(cutUris(findUrls(text)), domains), ips);
        for (const std::string& ip : ips) {
            addRow("ip", ip);
        }
        for (const std::string& domain : domains) {
            if (isWanted(domain, uris)) {
                addRow("domain", domain);
            }
        }
        m_hosts.reset();
        for (const std::string& uri : uris) {
            addUri(uri);
        }
    }

    // URLs up to the first character that cannot belong to them; what follows is read on its own.
    Texts cutUris(const std::vector<std::string>& urls)
    {
        Texts out;
        const Texts distinct(urls.begin(), urls.end());
        for (std::string_view url : distinct) {
            for (const std::string_view ending : endingCharacters) {
                const std::size_t at = url.find(ending);
                if (at == std::string_view::npos) {
                    continue;
                }
                if (at + 1 < url.size()) {
                    m_rests.emplace_back(url.substr(at + 1));
                }
                url = url.substr(0, at);
            }
            out.emplace(url);
        }
        return out;
    }

    bool isWanted(const std::string& domain, const Texts& uris)
    {
        const std::string lower = lowerCase(domain);
        const bool doubtful = std::ranges::any_of(reference::falsePositiveTlds(),
                                  [&](std::string_view tld) { return lower.ends_with(tld); })
            || (m_options.enforceCharMin && domain.size() < reference::minDomainChars())
            || (m_options.enforceDomainCharMax && domain.size() > reference::maxDomainChars());
        if (doubtful) {
            return hostsOf(uris).contains(lower);
        }
        return !std::ranges::contains(reference::falsePositiveDomains(), lower);
    }

    const std::unordered_set<std::string>& hostsOf(const Texts& uris)
    {
        if (!m_hosts) {
            m_hosts.emplace();
            for (const std::string& uri : uris) {
                if (const auto parts = urlSplit(lowerCase(uri))) {
                    m_hosts->insert(parts->hostname());
                }
            }
        }
        return *m_hosts;
    }

    // The last piece that is a URI on its own, for each character that splits it.
    static std::string withoutInvalidCharacters(std::string uri)
    {
        for (const std::string_view invalid : invalidUriCharacters) {
            std::string_view rest = uri;
            while (!rest.empty()) {
                const std::size_t at = std::min(rest.find(invalid), rest.size());
                if (patterns::fullUri().matches(rest.substr(0, at))) {
                    uri = std::string(rest.substr(0, at));
                    break;
                }
                rest.remove_prefix(std::min(at + 1, rest.size()));
            }
        }
        return uri;
    }

    // "xxhttp://..." without what stands before the scheme.
    static std::string withCommonScheme(std::string uri)
    {
        const std::size_t colon = uri.find(':');
        if (colon == std::string::npos) {
            return uri;
        }
        const std::string_view scheme = std::string_view(uri).substr(0, colon);
        const auto schemes = reference::commonSchemes();
        if (std::ranges::contains(schemes, scheme)) {
            return uri;
        }
        const auto common = std::ranges::find_if(schemes, [scheme](std::string_view s) { return scheme.ends_with(s); });
        return common == schemes.end() ? uri : std::string(*common) + uri.substr(colon);
    }

    void addUri(const std::string& found)
    {
        if (m_options.enforceCharMin && found.size() < reference::minUriChars()) {
            return;
        }
        std::string uri = found;
        if (uri.find_first_of("\"'<>()") != std::string::npos) {
            uri = withoutInvalidCharacters(std::move(uri));
        }
        uri = withCommonScheme(std::move(uri));
        if (!addRow("uri", uri)) {
            return;
        }
        if (m_foundUris) {
            m_foundUris->push_back(uri);
        }
        std::string_view rest = uri;
        if (const std::size_t slashes = rest.find("//"); slashes != std::string_view::npos) {
            rest.remove_prefix(slashes + 2);
            rest = rest.substr(0, rest.find("//"));
        }
        for (const std::string& path : patterns::uriPath().findAll(rest)) {
            addRow("uri_path", path);
        }
    }

    // Adds the tags, and the row where the value counted.
    bool addRow(std::string_view type, const std::string& value)
    {
        std::vector<Tag> tags;
        const bool added = collectTags(m_network + "." + std::string(type), std::string_view(value), tags, m_safelist);
        for (const Tag& tag : tags) {
            m_table.addTag(tag.type, std::string(tag.value.toString()));
        }
        if (added) {
            m_table.addRow(type, value);
        }
        return added;
    }

    IocTable& m_table;
    const IocOptions& m_options;
    std::vector<std::string>* m_foundUris;
    std::string m_network;
    Safelist m_safelist;
    std::vector<std::string> m_rests;
    std::optional<std::unordered_set<std::string>> m_hosts; // of the URIs at hand, made when first needed
};

bool isSortedType(std::string_view type)
{
    return type.ends_with(".uri") || type.ends_with(".domain") || type.ends_with(".ip") || type.ends_with(".uri_path");
}

} // namespace

std::vector<Tag> IocTable::tags() const
{
    std::vector<Tag> out;
    for (const TagValues& tag : m_tags) {
        if (isSortedType(tag.type)) {
            for (const std::string& value : tag.seen) {
                out.emplace_back(tag.type, value);
            }
        } else {
            for (const std::string& value : tag.order) {
                out.emplace_back(tag.type, value);
            }
        }
    }
    return out;
}

void IocTable::addTag(const std::string& type, const std::string& value)
{
    if (value.empty()) {
        return;
    }
    auto tag = std::ranges::find(m_tags, type, &TagValues::type);
    if (tag == m_tags.end()) {
        m_tags.push_back({.type = type, .seen = {}, .order = {}});
        tag = m_tags.end() - 1;
    }
    if (tag->seen.insert(value).second) {
        tag->order.push_back(value);
    }
}

void extractIocs(std::string_view text, IocTable& table, const IocOptions& options, std::vector<std::string>* uris)
{
    if (!text.empty()) {
        Extraction(table, options, uris).run(text);
    }
}

} // namespace core
