// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "net/answer.h"
#include "net/connection.h"

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
};

// One HTTP request and its answer, with timeouts, size limits and the connection's certificate pin. Knows no server's
// API.
class Exchange : public QObject {
    Q_OBJECT

public:
    Exchange(QNetworkAccessManager& network, Transfer transfer, const Connection& connection, QObject* parent);
    ~Exchange() override;

    void abort();
    // For errors found before anything is sent; told later, as all others are.
    void failLater(const core::Error& error);

    // The answer; with a file saved, its body is empty. Valid once finished.
    const core::Result<Answer>& result() const { return m_result; }
    bool isSaved() const { return m_isSaved; }
    qint64 savedSize() const { return m_received; }
    QByteArray certificate() const { return m_certificate; }
    bool wasSent() const { return m_sent; }

Q_SIGNALS:
    void progress(qint64 done, qint64 total);
    void answered();
    void finished();

private:
    void watch();
    void expect(int milliseconds);
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
