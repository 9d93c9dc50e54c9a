// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/capecall.h"
#include "net/exchange.h"
#include "net/redact.h"
#include "net/sentonce.h"

#include <QHttpPart>

namespace net {

// An exchange with its answer read as a T. No secret appears in an error.
template <typename T>
class WebReply : public CapeReply<T> {
public:
    using Read = std::function<core::Result<T>(const Exchange&)>;

    WebReply(QNetworkAccessManager& network, Transfer transfer, const Connection& connection,
        const Credentials& secrets, Read read, QObject* parent)
        : CapeReply<T>(parent)
        , m_exchange(network, std::move(transfer), connection, nullptr)
        , m_secrets(secrets)
        , m_read(std::move(read))
    {
        QObject::connect(&m_exchange, &Exchange::progress, this, &CapeCall::progress);
        QObject::connect(&m_exchange, &Exchange::answered, this, &CapeCall::answered);
        QObject::connect(&m_exchange, &Exchange::finished, this, [this] { end(); });
    }

    void abort() override { m_exchange.abort(); }
    Exchange& exchange() { return m_exchange; }

private:
    void end()
    {
        if (m_exchange.result()) {
            this->m_httpStatus = m_exchange.result()->status;
            this->m_retryAfter = m_exchange.result()->retryAfter;
        }
        this->m_certificate = m_exchange.certificate();
        this->m_sent = m_exchange.wasSent();
        this->m_result = m_read(m_exchange);
        if (!this->m_result) {
            this->m_result = std::unexpected(redacted(this->m_result.error(), m_secrets));
        }
        Q_EMIT this->finished();
        this->deleteLater();
    }

    Exchange m_exchange;
    const Credentials m_secrets;
    const Read m_read;
};

// A request for a path below the connection's address, as every client here sends it: redirects stay on the server, no
// cookies, no cache, the connection's certificate authorities. Carries no secret.
QNetworkRequest webRequest(const Connection& connection, const QString& path);

// Sends what goes through this manager by the connection's proxy.
void applyProxy(QNetworkAccessManager& network, const Connection& connection, const QString& password);

// A multipart part with a file's bytes, which the owner keeps; what could end the header is taken out of the name.
QHttpPart filePart(const QByteArray& field, SentOnce* file, const QString& fileName, QObject* owner);

} // namespace net
