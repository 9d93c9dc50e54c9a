// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

// Python's urllib.parse, which is laxer than QUrl and decides what the service takes for a host or a path.
namespace core {

struct SplitUrl {
    std::string scheme; // lower case
    std::string netloc;
    std::string path;
    std::string query;
    std::string fragment;

    // Lower case, without brackets, credentials and port; empty where there is none.
    std::string hostname() const;
    // Nothing where there is no port; hasBadPort() where Python raises ValueError.
    std::optional<int> port() const;
    bool hasBadPort() const;
};

// urllib.parse.urlsplit; nothing where Python raises ValueError (brackets out of place).
std::optional<SplitUrl> urlSplit(std::string_view url);
std::string urlUnsplit(const SplitUrl& url);

// urllib.parse.urlparse's extra step: cuts ";params" off the last path segment, and returns them.
std::string takeParams(SplitUrl& url);

// urllib.parse.quote_plus
std::string quotePlus(std::string_view text);

} // namespace core
