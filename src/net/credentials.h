// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace net {

// The secrets of one connection. They rest in the CredentialStore, never in a profile.
struct Credentials {
    QString token; // or API key
    QString proxyPassword;

    Credentials() = default;
    Credentials(const QString& secret, const QString& ofProxy = {}) // NOLINT(google-explicit-constructor)
        : token(secret)
        , proxyPassword(ofProxy)
    {
    }

    friend bool operator==(const Credentials&, const Credentials&) = default;
};

} // namespace net
