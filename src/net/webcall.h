// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/answersieve.h"
#include "net/capecall.h"
#include "net/exchange.h"
#include "net/redact.h"
#include "net/sentonce.h"

#include <QHttpPart>
#include <QThreadPool>
#include <QtConcurrentRun>

namespace net {

// An answer of which no more is left than can be read in bounded memory, and the words for what was left out.
struct SievedReceived {
    Received received;
    QString remark;
};
SievedReceived sieved(Received received);

// Where large answers are read, one at a time.
QThreadPool& readingThread();
bool isLarge(const Received& received);

// An exchange with its answer read as a T; a large one is read in another thread. No secret appears in an error.
template <typename T>
class WebReply : public CapeReply<T> {
public:
    using Read = std::function<core::Result<T>(const Received&)>; // in any thread

    WebReply(QNetworkAccessManager& network, Transfer transfer, const Connection& connection,
        const Credentials& secrets, Read read, QObject* parent)
        : CapeReply<T>(parent)
        , m_exchange(network, std::move(transfer), connection, nullptr)
        , m_secrets(secrets)
        , m_read(std::move(read))
    {
        QObject::connect(&m_exchange, &Exchange::progress, this, &CapeCall::progress);
        QObject::connect(&m_exchange, &Exchange::answered, this, &CapeCall::answered);
        QObject::connect(&m_exchange, &Exchange::finished, this, [this] { take(); });
    }

    void abort() override
    {
        if (m_isReading) {
            end({std::unexpected(core::Error{core::ErrorCode::Cancelled, Exchange::tr("Cancelled."), {}}), {}});
        } else {
            m_exchange.abort();
        }
    }

private:
    struct Outcome {
        core::Result<T> result;
        QString remark;
    };

    static Outcome outcomeOf(Received received, const Read& read)
    {
        const SievedReceived answer = sieved(std::move(received));
        return {read(answer.received), answer.remark};
    }

    void take()
    {
        Received received = m_exchange.received();
        if (received.answer) {
            this->m_httpStatus = received.answer->status;
            this->m_retryAfter = received.answer->retryAfter;
        }
        this->m_certificate = m_exchange.certificate();
        this->m_sent = m_exchange.wasSent();
        if (!isLarge(received)) {
            return end(outcomeOf(std::move(received), m_read));
        }
        m_isReading = true;
        m_exchange.dropAnswer();
        QtConcurrent::run(&readingThread(), [received = std::move(received), read = m_read]() mutable {
            return std::make_shared<Outcome>(outcomeOf(std::move(received), read));
        }).then(this, [this](const std::shared_ptr<Outcome>& outcome) {
            if (m_isReading) {
                end(std::move(*outcome));
            }
        });
    }

    void end(Outcome outcome)
    {
        m_isReading = false;
        this->m_result = std::move(outcome.result);
        this->m_remark = outcome.remark;
        if (!this->m_result) {
            this->m_result = std::unexpected(redacted(this->m_result.error(), m_secrets));
        }
        Q_EMIT this->finished();
        this->deleteLater();
    }

    Exchange m_exchange;
    const Credentials m_secrets;
    const Read m_read;
    bool m_isReading = false;
};

// A request for a path below the connection's address, as every client here sends it: redirects stay on the server, no
// cookies, no cache, the connection's certificate authorities. Carries no secret.
QNetworkRequest webRequest(const Connection& connection, const QString& path);

// Sends what goes through this manager by the connection's proxy.
void applyProxy(QNetworkAccessManager& network, const Connection& connection, const QString& password);

// A multipart part with a file's bytes, which the owner keeps; what could end the header is taken out of the name.
QHttpPart filePart(const QByteArray& field, SentOnce* file, const QString& fileName, QObject* owner);

} // namespace net
