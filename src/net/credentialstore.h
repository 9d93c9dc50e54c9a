// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "net/connection.h"
#include "net/credentials.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>

namespace net {

// Where secrets rest. Every function answers later, by its callback, in the caller's thread. ErrorCode::NotFound: there
// is no such secret; ErrorCode::Keychain: the service cannot be used.
class SecretBackend {
public:
    using Read = std::function<void(core::Result<QString>)>;
    using Done = std::function<void(core::Result<void>)>;

    virtual ~SecretBackend() = default;
    virtual void read(const QString& key, Read done) = 0;
    virtual void write(const QString& key, const QString& secret, Done done) = 0;
    virtual void remove(const QString& key, Done done) = 0;
};

// The desktop's keychain (Secret Service, KWallet, …) through QtKeychain; never its plain-text fallback.
std::unique_ptr<SecretBackend> keychainBackend();

// The servers' tokens and their proxies' passwords, by profile id. Where the keychain cannot be used, a secret is kept
// for this session only, and isSessionOnly() says so for the window to show.
class CredentialStore : public QObject {
    Q_OBJECT

public:
    explicit CredentialStore(std::unique_ptr<SecretBackend> backend = keychainBackend(), QObject* parent = nullptr);
    ~CredentialStore() override;

    // The token, or an empty string when there is none. Not called back once the context is gone.
    void token(const QString& profileId, QObject* context, std::function<void(const QString& token)> done);
    // An empty token removes it. Never fails: the worst case is a token for this session only.
    void setToken(const QString& profileId, const QString& token);
    void removeToken(const QString& profileId) { setToken(profileId, QString()); }
    // The same for the password of the profile's proxy. `settled` is called, later, once the keychain has it or has
    // refused it.
    void setProxyPassword(const QString& profileId, const QString& password, std::function<void()> settled = {});
    // What it takes to use the connection; the proxy's password only where a proxy is given.
    void credentials(
        const Connection& connection, QObject* context, std::function<void(const Credentials& secrets)> done);
    void removeAll(const QString& profileId);
    // Keeps a token for this session without asking the keychain: command line, demo.
    void setSessionToken(const QString& profileId, const QString& token);

    // The keychain could not be used for at least one secret.
    bool isSessionOnly() const { return !m_keychainProblem.isEmpty(); }
    // Why, in the keychain's words.
    QString keychainProblem() const { return m_keychainProblem; }

Q_SIGNALS:
    void secretChanged(const QString& profileId);
    void sessionOnlyChanged();

private:
    void read(const QString& key, QObject* context, std::function<void(const QString& secret)> done);
    void write(const QString& key, const QString& secret, std::function<void()> settled);
    void setProblem(const QString& problem);

    std::unique_ptr<SecretBackend> m_backend;
    QHash<QString, QString> m_session; // by key in the keychain
    QString m_keychainProblem;
};

} // namespace net
