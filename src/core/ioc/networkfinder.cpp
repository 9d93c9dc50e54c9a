// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ioc/networkfinder.h"

#include "core/ioc/bytes.h"
#include "core/ioc/domaincheck.h"
#include "core/ioc/ipaddress.h"
#include "core/ioc/regex.h"

#include <algorithm>

namespace core {

namespace {

const Regex& ipRegex()
{
    static const Regex regex(
        R"((?<![\w.-])(?:(?:0x0*[a-f0-9]{1,2}|0*\d{1,3})[.]){3}(?:0x0*[a-f0-9]{1,2}|0*\d{1,3})(?![\w.=-]))",
        Regex::Bytes | Regex::IgnoreCase);
    return regex;
}

const Regex& domainRegex()
{
    static const Regex regex(R"((?<![-$\w.\\])(?:[a-z0-9-]+\.)+(?:xn--[a-z0-9]{4,18}|[a-z]{2,12})(?![a-z1-9.(=_-]))",
        Regex::Bytes | Regex::IgnoreCase);
    return regex;
}

// An encoded "://", of which the "2F" at the end was taken for the start of a domain.
const Regex& encodedSlashesRegex()
{
    static const Regex regex(R"((?:[%*=]\s?3A|:)\s?[%*=]\s?2F\s?[%*=]\s?2F\Z)", Regex::Bytes | Regex::IgnoreCase);
    return regex;
}
constexpr std::size_t longestEncodedSlashes = 14;

// Reads a text backwards from a position.
class BackwardReader {
public:
    BackwardReader(std::string_view data, std::size_t from)
        : m_data(data.substr(0, from))
    {
    }

    std::size_t skip(bool (*is)(char))
    {
        const std::size_t before = m_data.size();
        while (!m_data.empty() && is(m_data.back())) {
            m_data.remove_suffix(1);
        }
        return before - m_data.size();
    }

    bool take(char c)
    {
        if (!m_data.ends_with(c)) {
            return false;
        }
        m_data.remove_suffix(1);
        return true;
    }

    // Without regard to case.
    bool take(std::string_view text)
    {
        if (m_data.size() < text.size()
            || !bytes::equalIgnoringCase(m_data.substr(m_data.size() - text.size()), text)) {
            return false;
        }
        m_data.remove_suffix(text.size());
        return true;
    }

private:
    std::string_view m_data;
};

// <t>1.22.3.4 or <w:t>1.22.3.4 in a Word document numbers a section.
bool followsXmlText(std::string_view data, std::size_t at)
{
    BackwardReader reader(data, at);
    reader.skip(bytes::isSpace);
    if (!reader.take('>') || !reader.take('t') || (reader.take(':') && reader.skip(bytes::isWord) == 0)) {
        return false;
    }
    return reader.take('<');
}

bool followsSection(std::string_view data, std::size_t at)
{
    BackwardReader reader(data, at);
    return reader.skip(bytes::isSpace) > 0 && (reader.take("tion") || reader.take('.')) && reader.take("sec");
}

bool followsVersion(std::string_view data, std::size_t at)
{
    constexpr std::string_view word = "ersion";
    const std::string_view before = data.substr(at > 10 ? at - 10 : 0, std::min<std::size_t>(at, 10));
    const std::size_t found = before.rfind(word);
    if (found == std::string_view::npos || found + word.size() == before.size()) {
        return false;
    }
    return std::ranges::all_of(before.substr(found + word.size()),
        [](char c) { return c == '\0' || c == '=' || c == '"' || bytes::isSpace(c); });
}

bool isReportableIp(const std::string& ip)
{
    if (ip == "0.0.0.0" || ip.ends_with(".0") || ip.ends_with(".255")) {
        return false; // a network, or a broadcast address
    }
    const std::size_t first = ip.find('.');
    // 1.2.3.4 is more likely a version than an address.
    return ip == "127.0.0.1" || ip.find('.', first + 1) - first - 1 != 1;
}

bool isSplitter(char c)
{
    return c == '\0' || c == '\r' || c == '\n' || c == '\t';
}

// Looks for domains of which a piece stands alone because a URL was broken over lines.
class BrokenUrls {
public:
    explicit BrokenUrls(std::string_view data)
        : m_data(data)
    {
    }

    // Where the host of a broken URL starts that goes on to `at`; npos where none does. Positions must not go back.
    std::size_t hostBefore(std::size_t at)
    {
        for (; m_seen < at; ++m_seen) {
            const char c = m_data[m_seen];
            if (!bytes::isLetter(c) && !bytes::isDigit(c) && c != '.' && c != '-' && !isSplitter(c)) {
                m_runStart = m_seen + 1;
            }
        }
        BackwardReader reader(m_data, m_runStart);
        if (m_runStart == at || !reader.take("//")) {
            return std::string_view::npos;
        }
        reader.skip(isSplitter);
        if (!reader.take(':')) {
            return std::string_view::npos;
        }
        return reader.take("http") || reader.take("https") ? m_runStart : std::string_view::npos;
    }

private:
    std::string_view m_data;
    std::size_t m_seen = 0;
    std::size_t m_runStart = 0; // of the run of host characters before m_seen
};

// How much of the found domain is the rest of an encoded separator.
std::size_t encodedPrefix(std::string_view data, std::size_t start)
{
    const std::size_t end = std::min(start + 2, data.size());
    if (!bytes::equalIgnoringCase(data.substr(start, 2), "2F") && !data.substr(start).starts_with("40")
        && !data.substr(start).starts_with("2540")) {
        return 0;
    }
    const std::size_t from = end > longestEncodedSlashes ? end - longestEncodedSlashes : 0;
    if (encodedSlashesRegex().contains(data.substr(from, end - from))) {
        return 2;
    }
    if (start == 0) {
        return 0;
    }
    const std::string_view before = data.substr(start - 1);
    if (before.starts_with("%40") || before.starts_with("=40")) {
        return 2;
    }
    return before.starts_with("%2540") ? 4 : 0;
}

bool isLatin1Letter(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return bytes::isLetter(c) || byte == 0xaa || byte == 0xb5 || byte == 0xba
        || (byte >= 0xc0 && byte != 0xd7 && byte != 0xf7);
}

bool isPartOfPathOrEmail(std::string_view data, std::size_t start, std::size_t end)
{
    if (start > 0 && data[start - 1] == '/' && (start < 2 || data[start - 2] != '/')) {
        return true; // a file name
    }
    return end + 1 < data.size() && data[end] == '@' && isLatin1Letter(data[end + 1]); // a name before an email's @
}

} // namespace

std::vector<std::string> findIps(std::string_view data)
{
    std::vector<std::string> out;
    ipRegex().forEach(data, [&](const Regex::Match& match) {
        const auto address = parseLaxIpv4(match.group());
        if (!address) {
            return true;
        }
        std::string ip = ipv4Text(*address);
        // At the very start the reference looks at the end of the data instead.
        const std::size_t before = match.start == 0 ? data.size() : match.start;
        if (isReportableIp(ip) && !followsXmlText(data, before) && !followsSection(data, before)
            && !followsVersion(data, match.start)) {
            out.push_back(std::move(ip));
        }
        return true;
    });
    return out;
}

std::vector<std::string> findDomains(std::string_view data)
{
    std::vector<std::string> out;
    BrokenUrls brokenUrls(data);
    domainRegex().forEach(data, [&](const Regex::Match& match) {
        if (isPartOfPathOrEmail(data, match.start, match.end)) {
            return true;
        }
        std::string domain(match.group());
        const std::size_t host = match.start > 0 && isSplitter(data[match.start - 1])
            ? brokenUrls.hostBefore(match.start)
            : std::string_view::npos;
        if (host != std::string_view::npos) {
            if (match.end >= data.size() || data[match.end] != '/') {
                return true; // where the domain ends is not known
            }
            domain = data.substr(host, match.end - host);
            std::erase_if(domain, isSplitter);
        } else {
            domain.erase(0, encodedPrefix(data, match.start));
        }
        if (domain.size() >= 7 && isExtractableDomain(domain) && !isFalsePositiveDomain(domain)) {
            out.push_back(std::move(domain));
        }
        return true;
    });
    return out;
}

} // namespace core
