// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "net/answer.h"

#include <QObject>

#include <functional>
#include <optional>

namespace net {

// One request under way. It ends with finished(), exactly once and never inside the function that started it, and then
// deletes itself; abort() ends it with ErrorCode::Cancelled.
class CapeCall : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void abort() = 0;
    // What went wrong; null after a success. Valid once finished.
    virtual const core::Error* error() const = 0;
    // HTTP status of the answer; 0 when none came.
    int httpStatus() const { return m_httpStatus; }
    // Seconds that a 429 asks to wait.
    std::optional<int> retryAfter() const { return m_retryAfter; }
    // Lower-case hex SHA-256 of the certificate the server showed; empty without TLS.
    QByteArray certificateSha256() const { return m_certificate; }
    // The request left this machine, at least in part: without an answer it is unknown whether the server acted on it.
    bool wasSent() const { return m_sent; }
    // What was left out of the answer, in words for the analyst; empty when nothing was.
    QString remark() const { return m_remark; }

Q_SIGNALS:
    // Bytes of the file going up or coming down; total is -1 when unknown.
    void progress(qint64 done, qint64 total);
    // The server has begun to answer (and so has counted the request).
    void answered();
    void finished();

protected:
    int m_httpStatus = 0;
    std::optional<int> m_retryAfter;
    QByteArray m_certificate;
    bool m_sent = false;
    QString m_remark;
};

// A call with its typed outcome.
template <typename T>
class CapeReply : public CapeCall {
public:
    using CapeCall::CapeCall;

    // Calls back with the outcome unless the context is gone by then.
    CapeReply& then(QObject* context, std::function<void(const core::Result<T>&)> done)
    {
        connect(this, &CapeCall::finished, context, [this, done = std::move(done)] { done(m_result); });
        return *this;
    }
    const core::Result<T>& result() const { return m_result; }
    const core::Error* error() const override { return m_result ? nullptr : &m_result.error(); }

protected:
    core::Result<T> m_result = std::unexpected(core::Error{core::ErrorCode::Cancelled, {}, {}});
};

} // namespace net
