// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/seeniocs.h"

#include "core/ioc/netvalidation.h"

namespace core {

namespace {

constexpr std::string_view schemeEnd = "://";

std::string_view afterScheme(std::string_view uri)
{
    return uri.substr(uri.find(schemeEnd) + schemeEnd.size());
}

std::string without(std::string_view text, std::string_view part)
{
    std::string out;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part)) {
        out += text.substr(0, at);
        text.remove_prefix(at + part.size());
    }
    return out += text;
}

} // namespace

std::string withoutDefaultPort(std::string_view uri)
{
    if (uri.starts_with("http://")) {
        return without(uri, ":80");
    }
    if (uri.starts_with("https://")) {
        return without(uri, ":443");
    }
    return std::string(uri);
}

void SeenIocs::add(std::string_view ioc)
{
    if (m_iocs.emplace(ioc).second && patterns::fullUri().matches(ioc)) {
        m_afterScheme.emplace(afterScheme(ioc));
    }
}

bool SeenIocs::contains(std::string_view ioc) const
{
    if (m_iocs.contains(std::string(ioc))) {
        return true;
    }
    if (!patterns::fullUri().matches(ioc)) {
        return false;
    }
    std::string rest(afterScheme(ioc));
    if (m_iocs.contains(withoutDefaultPort(ioc)) || m_afterScheme.contains(rest)) {
        return true;
    }
    if (!rest.ends_with('/')) {
        return false;
    }
    rest.erase(rest.find_last_not_of('/') + 1);
    return m_afterScheme.contains(rest);
}

} // namespace core
