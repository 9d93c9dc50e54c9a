// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/credentialstore.h"
#include "net/profile.h"

#include <QHash>
#include <QObject>
#include <QStringList>

namespace cli {

// Looks at the servers' tokens before one of them travels: none goes unencrypted to another machine unless that is
// allowed, and none that breaks a request.
class TokenCheck : public QObject {
    Q_OBJECT

public:
    enum class ClearToken { Refused, Allowed };

    TokenCheck(const QList<net::Profile>& profiles, net::CredentialStore* credentials, ClearToken clearToken);

    void start();
    // Why nothing may be sent; empty where all is well.
    const QStringList& refusals() const { return m_refusals; }
    // What is worth knowing all the same.
    const QStringList& warnings() const { return m_warnings; }
    // By id of the profile; valid once finished.
    QString token(const QString& profileId) const { return m_tokens.value(profileId); }

Q_SIGNALS:
    void finished();

private:
    void take(const net::Profile& profile, const QString& token);

    const QList<net::Profile> m_profiles;
    net::CredentialStore* m_credentials;
    const ClearToken m_clearToken;
    QHash<QString, QString> m_tokens;
    QStringList m_refusals;
    QStringList m_warnings;
};

} // namespace cli
