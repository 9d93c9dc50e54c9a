// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "net/answer.h"
#include "net/connection.h"
#include "net/transferbudget.h"

#include <QElapsedTimer>
#include <QHttpMultiPart>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QObject>
#include <QSaveFile>
#include <QSslError>
#include <QTimer>

#include <memory>

class QNetworkAccessManager;

namespace net {

// What to send, and where the answer goes.
struct Transfer {
    QNetworkRequest request;
    std::unique_ptr<QHttpMultiPart> body; // a POST where there is one, else a GET
    std::unique_ptr<QIODevice> raw; // a POST of these bytes alone; open, and knows its size
    qint64 limit = 0; // bytes of the answer, after decompression
    QString file; // a good answer of type `fileType` goes here instead of into memory
    QByteArray fileType;
    std::optional<core::Error> refusal; // nothing is sent, and this is told
};

// An answer as it came, for whoever reads it in another thread.
struct Received {
    core::Result<Answer> answer; // with a file saved, its body is empty
    bool isSaved = false;
    qint64 savedSize = 0; // bytes
    bool wasSent = false;
};

// One HTTP request and its answer, with size limits, the connection's certificate pin and limits on its time: the
// connection must come about within its own, the answer must begin within the answer's, and what is sent or received
// keeps to a TransferBudget. Knows no server's API.
class Exchange : public QObject {
    Q_OBJECT

public:
    Exchange(QNetworkAccessManager& network, Transfer transfer, const Connection& connection, QObject* parent);
    ~Exchange() override;

    void abort();

    // Valid once finished.
    const core::Result<Answer>& result() const { return m_result; }
    Received received() const { return {m_result, m_isSaved, m_received, m_sent}; }
    // Lets go of the answer, which may be large, once it was received.
    void dropAnswer();
    QByteArray certificate() const { return m_certificate; }
    bool wasSent() const { return m_sent; }

Q_SIGNALS:
    void progress(qint64 done, qint64 total);
    void answered();
    void finished();

private:
    void watch();
    void onSent();
    void onUploaded(qint64 done, qint64 total);
    void startBudget(qint64 leastRate);
    void move(qint64 bytes);
    void onTimeout();
    void onEncrypted();
    void onSslErrors(const QList<QSslError>& errors);
    void onHeaders();
    void onReadyRead();
    void onFinished();
    bool takeChunk(const QByteArray& chunk);
    void stop(const core::Error& error);
    core::Result<Answer> outcome();
    std::optional<core::Error> transportError() const;
    std::optional<core::Error> saveFile();

    const Connection m_connection;
    const qint64 m_limit;
    const QByteArray m_fileType;
    QNetworkReply* m_reply = nullptr;
    QSaveFile m_file;
    QTimer m_timer;
    QElapsedTimer m_clock;
    TransferBudget m_budget;
    qint64 m_uploaded = 0; // bytes
    std::optional<core::Error> m_failure; // why this side stopped
    core::Result<Answer> m_result;
    QByteArray m_body;
    QByteArray m_certificate;
    qint64 m_received = 0;
    bool m_headersSeen = false;
    bool m_sent = false;
    bool m_isSaved = false;
    bool m_ended = false;
};

// A SHA-256 in hex as people compare it: AB:CD:…
QString fingerprintText(const QByteArray& sha256Hex);

} // namespace net
