// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tokencheck.h"

#include <algorithm>

namespace cli {

TokenCheck::TokenCheck(const QList<net::Profile>& profiles, net::CredentialStore* credentials, ClearToken clearToken)
    : m_profiles(profiles)
    , m_credentials(credentials)
    , m_clearToken(clearToken)
{
}

void TokenCheck::start()
{
    for (const net::Profile& profile : m_profiles) {
        m_credentials->token(profile.id, this, [this, profile](const QString& token) { take(profile, token); });
    }
}

void TokenCheck::take(const net::Profile& profile, const QString& token)
{
    m_tokens.insert(profile.id, token);
    const bool isClear = !token.isEmpty() && net::sendsTokenInClear(profile);
    if (isClear && m_clearToken == ClearToken::Refused && !net::isClearTextAllowed(profile)) {
        m_refusals << tr(
            "The token for %1 would travel unencrypted, readable for anyone on the way. Use https, or give "
            "--allow-clear-token if that network is yours.")
                          .arg(profile.url.toDisplayString());
    } else if (isClear) {
        m_warnings << tr("The token travels unencrypted to %1.").arg(profile.url.toDisplayString());
    }
    if (!std::ranges::all_of(token, [](QChar c) { return c > u' ' && c <= u'~'; })) {
        m_refusals << tr("The saved token of %1 holds a character that no token has. Enter it again in the window.")
                          .arg(profile.name);
    }
    if (m_tokens.size() < m_profiles.size()) {
        return;
    }
    if (m_credentials->isSessionOnly()) {
        m_warnings << tr("The keychain could not be used (%1). Give the token with --token-env.")
                          .arg(m_credentials->keychainProblem());
    }
    Q_EMIT finished();
}

} // namespace cli
