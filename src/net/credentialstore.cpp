// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/credentialstore.h"

#include <QPointer>

namespace net {

CredentialStore::CredentialStore(std::unique_ptr<SecretBackend> backend, QObject* parent)
    : QObject(parent)
    , m_backend(std::move(backend))
{
}

CredentialStore::~CredentialStore() = default;

void CredentialStore::token(const QString& profileId, QObject* context, std::function<void(const QString& token)> done)
{
    const QPointer<QObject> alive = context;
    const QPointer<CredentialStore> self = this;
    if (m_session.contains(profileId)) {
        // Always later, so that callers see one order of events.
        QMetaObject::invokeMethod(
            context, [done, token = m_session.value(profileId)] { done(token); }, Qt::QueuedConnection);
        return;
    }
    m_backend->read(profileId, [=](const core::Result<QString>& secret) {
        if (self && secret) {
            self->m_session.insert(profileId, *secret);
        }
        if (self && !secret && secret.error().code != core::ErrorCode::NotFound) {
            self->setProblem(secret.error().detail);
        }
        if (alive) {
            done(secret.value_or(QString()));
        }
    });
}

void CredentialStore::setToken(const QString& profileId, const QString& token)
{
    const QPointer<CredentialStore> self = this;
    const auto stored = [self](const core::Result<void>& result) {
        if (self && !result && result.error().code != core::ErrorCode::NotFound) {
            self->setProblem(result.error().detail);
        }
    };
    m_session.insert(profileId, token);
    if (token.isEmpty()) {
        m_backend->remove(profileId, stored);
    } else {
        m_backend->write(profileId, token, stored);
    }
    Q_EMIT tokenChanged(profileId);
}

void CredentialStore::setSessionToken(const QString& profileId, const QString& token)
{
    m_session.insert(profileId, token);
    Q_EMIT tokenChanged(profileId);
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
