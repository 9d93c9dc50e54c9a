// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/credentialstore.h"

#include <QPointer>

namespace net {

namespace {

QString proxyKey(const QString& profileId)
{
    return profileId + QStringLiteral("/proxy");
}

} // namespace

CredentialStore::CredentialStore(std::unique_ptr<SecretBackend> backend, QObject* parent)
    : QObject(parent)
    , m_backend(std::move(backend))
{
}

CredentialStore::~CredentialStore() = default;

void CredentialStore::token(const QString& profileId, QObject* context, std::function<void(const QString& token)> done)
{
    read(profileId, context, std::move(done));
}

void CredentialStore::credentials(
    const Connection& connection, QObject* context, std::function<void(const Credentials& secrets)> done)
{
    const QPointer<CredentialStore> self = this;
    const bool hasProxy = connection.proxy == ProxyKind::Given;
    const QString key = proxyKey(connection.id);
    read(connection.id, context, [self, hasProxy, key, context, done = std::move(done)](const QString& token) {
        if (!self || !hasProxy) {
            return done(token);
        }
        self->read(key, context, [token, done](const QString& password) { done({token, password}); });
    });
}

void CredentialStore::read(const QString& key, QObject* context, std::function<void(const QString& secret)> done)
{
    const QPointer<QObject> alive = context;
    const QPointer<CredentialStore> self = this;
    if (m_session.contains(key)) {
        // Always later, so that callers see one order of events.
        QMetaObject::invokeMethod(
            context, [done, secret = m_session.value(key)] { done(secret); }, Qt::QueuedConnection);
        return;
    }
    m_backend->read(key, [=](const core::Result<QString>& secret) {
        // What was set while the keychain thought about it is newer than its answer.
        const bool isNewer = self && self->m_session.contains(key);
        const QString known = isNewer ? self->m_session.value(key) : secret.value_or(QString());
        if (self && secret && !isNewer) {
            self->m_session.insert(key, *secret);
        }
        if (self && !secret && secret.error().code != core::ErrorCode::NotFound) {
            self->setProblem(secret.error().detail);
        }
        if (alive) {
            done(known);
        }
    });
}

void CredentialStore::setToken(const QString& profileId, const QString& token)
{
    write(profileId, token, {});
    Q_EMIT secretChanged(profileId);
}

void CredentialStore::setProxyPassword(
    const QString& profileId, const QString& password, std::function<void()> settled)
{
    write(proxyKey(profileId), password, std::move(settled));
    Q_EMIT secretChanged(profileId);
}

void CredentialStore::removeAll(const QString& profileId)
{
    setToken(profileId, {});
    setProxyPassword(profileId, {});
}

void CredentialStore::write(const QString& key, const QString& secret, std::function<void()> settled)
{
    const QPointer<CredentialStore> self = this;
    const auto stored = [self, settled = std::move(settled)](const core::Result<void>& result) {
        if (self && !result && result.error().code != core::ErrorCode::NotFound) {
            self->setProblem(result.error().detail);
        }
        if (self && settled) {
            QMetaObject::invokeMethod(self, settled, Qt::QueuedConnection);
        }
    };
    m_session.insert(key, secret);
    if (secret.isEmpty()) {
        m_backend->remove(key, stored);
    } else {
        m_backend->write(key, secret, stored);
    }
}

void CredentialStore::setSessionToken(const QString& profileId, const QString& token)
{
    m_session.insert(profileId, token);
    Q_EMIT secretChanged(profileId);
}

void CredentialStore::setProblem(const QString& problem)
{
    const QString text = problem.isEmpty() ? tr("no keychain service") : problem;
    if (m_keychainProblem == text) {
        return;
    }
    m_keychainProblem = text;
    Q_EMIT sessionOnlyChanged();
}

} // namespace net
