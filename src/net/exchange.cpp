// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/exchange.h"

#include <QCryptographicHash>
#include <QNetworkAccessManager>
#include <QSslCertificate>
#include <QSslConfiguration>

namespace net {

namespace {

using core::Error;
using core::ErrorCode;

constexpr qint64 ReadBuffer = 256 * 1024; // what Qt may hold before we take it
constexpr qint64 MaxRefusal = 1024 * 1024; // of an answer that should have been a file and is not
// Bytes per second below which a transfer ends. A file may come over any line that is alive; an answer is small.
constexpr qint64 LeastFileRate = 512;
constexpr qint64 LeastAnswerRate = 8 * 1024;

QByteArray mediaType(const QNetworkReply* reply)
{
    return reply->rawHeader("Content-Type").split(';').first().trimmed().toLower();
}

QByteArray digestOf(const QNetworkReply* reply)
{
    return reply->sslConfiguration().peerCertificate().digest(QCryptographicHash::Sha256).toHex();
}

// -1 where it does not tell
qint64 announcedSize(const QNetworkReply* reply)
{
    if (!reply->rawHeader("Content-Encoding").isEmpty()) {
        return -1;
    }
    bool isNumber = false;
    const qint64 size = reply->rawHeader("Content-Length").toLongLong(&isNumber);
    return isNumber && size >= 0 ? size : -1;
}

// What stands in the place of a request that must not leave: Qt answers it by itself.
QNetworkReply* nothingSent(QNetworkAccessManager& network)
{
    return network.get(QNetworkRequest(QUrl(QStringLiteral("data:,"))));
}

} // namespace

QString fingerprintText(const QByteArray& sha256Hex)
{
    return QString::fromLatin1(QByteArray::fromHex(sha256Hex).toHex(':').toUpper());
}

Exchange::Exchange(QNetworkAccessManager& network, Transfer transfer, const Connection& connection, QObject* parent)
    : QObject(parent)
    , m_connection(connection)
    , m_limit(transfer.limit)
    , m_fileType(transfer.fileType)
    , m_file(transfer.file)
    , m_failure(std::move(transfer.refusal))
    , m_result(std::unexpected(Error{ErrorCode::Cancelled, {}, {}}))
{
    m_clock.start();
    if (m_failure) {
        m_reply = nothingSent(network);
    } else if (transfer.body) {
        m_reply = network.post(transfer.request, transfer.body.get());
        transfer.body.release()->setParent(m_reply);
    } else if (transfer.raw) {
        m_reply = network.post(transfer.request, transfer.raw.get());
        transfer.raw.release()->setParent(m_reply);
    } else {
        m_reply = network.get(transfer.request);
    }
    m_reply->setParent(this);
    m_reply->setReadBufferSize(ReadBuffer);
    watch();
    m_timer.start(m_connection.connectTimeoutMs);
}

Exchange::~Exchange()
{
    if (!m_ended) {
        m_reply->disconnect(this);
    }
}

void Exchange::watch()
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Exchange::onTimeout);
    connect(m_reply, &QNetworkReply::encrypted, this, &Exchange::onEncrypted);
    connect(m_reply, &QNetworkReply::sslErrors, this, &Exchange::onSslErrors);
    connect(m_reply, &QNetworkReply::requestSent, this, &Exchange::onSent);
    connect(m_reply, &QNetworkReply::uploadProgress, this, &Exchange::onUploaded);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Exchange::onHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::onFinished);
}

// Told again after a redirect.
void Exchange::onSent()
{
    m_sent = true;
    m_uploaded = 0;
    startBudget(LeastFileRate);
}

void Exchange::onUploaded(qint64 done, qint64 total)
{
    if (done <= 0 || m_headersSeen) {
        return;
    }
    if (!m_sent) {
        onSent();
    }
    if (done == total) {
        startBudget(LeastFileRate); // the server has it all, and thinks
    } else {
        move(std::max<qint64>(0, done - m_uploaded));
    }
    m_uploaded = done;
    Q_EMIT progress(done, total);
}

void Exchange::startBudget(qint64 leastRate)
{
    m_budget.start(m_clock.elapsed(), m_connection.answerTimeoutMs, leastRate);
    m_timer.start(m_connection.answerTimeoutMs);
}

void Exchange::move(qint64 bytes)
{
    m_budget.move(m_clock.elapsed(), bytes);
    m_timer.start(std::chrono::milliseconds(m_budget.left(m_clock.elapsed())));
}

void Exchange::abort()
{
    stop({ErrorCode::Cancelled, tr("Cancelled."), QString()});
}

void Exchange::stop(const Error& error)
{
    if (m_ended) {
        return;
    }
    m_failure = error;
    m_reply->abort(); // ends in onFinished
}

void Exchange::onTimeout()
{
    const QString host = m_connection.url.host();
    if (!m_sent) {
        stop({ErrorCode::Timeout, tr("The server %1 could not be reached in time.").arg(host),
            tr("no connection after %1 s").arg(m_connection.connectTimeoutMs / 1000)});
    } else if (m_budget.moved() > 0) {
        stop({ErrorCode::Timeout, tr("The connection to %1 is too slow.").arg(host),
            tr("less than %1 bytes per second for %2 s")
                .arg(m_budget.leastRate())
                .arg(m_connection.answerTimeoutMs / 1000)});
    } else {
        stop({ErrorCode::Timeout, tr("The server %1 did not answer in time.").arg(host),
            tr("nothing for %1 s").arg(m_connection.answerTimeoutMs / 1000)});
    }
}

// Qt tells this before the first byte of the request leaves.
void Exchange::onEncrypted()
{
    m_certificate = digestOf(m_reply);
    if (!m_connection.tlsPin.isEmpty() && m_certificate != m_connection.tlsPin) {
        stop({ErrorCode::Tls,
            tr("The server showed another certificate than the one pinned in the profile. Nothing was sent. If its "
               "administrator changed it, pin the new one: SHA-256 %1")
                .arg(fingerprintText(m_certificate)),
            tr("pinned: %1").arg(fingerprintText(m_connection.tlsPin))});
    }
}

void Exchange::onSslErrors(const QList<QSslError>& errors)
{
    m_certificate = digestOf(m_reply);
    if (!m_connection.tlsPin.isEmpty() && m_certificate == m_connection.tlsPin) {
        m_reply->ignoreSslErrors(errors); // this very certificate was compared and pinned by the analyst
        return;
    }
    QStringList reasons;
    for (const QSslError& error : errors) {
        reasons.append(error.errorString());
    }
    const QString message = m_connection.tlsPin.isEmpty()
        ? tr("The server's certificate is not vouched for by a known authority. Compare its SHA-256 with the "
             "server's administrator and pin it in the profile: %1")
        : tr("The server showed another certificate than the one pinned in the profile. Nothing was sent. If its "
             "administrator changed it, pin the new one: SHA-256 %1");
    m_failure = Error{ErrorCode::Tls, message.arg(fingerprintText(m_certificate)), reasons.join(QStringLiteral("; "))};
}

void Exchange::onHeaders()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_headersSeen || m_ended || status == 0 || (status >= 300 && status < 400)) {
        return;
    }
    m_headersSeen = true;
    startBudget(m_file.fileName().isEmpty() ? LeastAnswerRate : LeastFileRate);
    Q_EMIT answered();
    // A bare JSON report is told from a JSON refusal by being an attachment.
    const bool isFile = status == 200 && !m_file.fileName().isEmpty() && mediaType(m_reply) == m_fileType
        && (m_fileType != "application/json" || m_reply->rawHeader("Content-Disposition").startsWith("attachment"));
    if (announcedSize(m_reply) > m_limit) {
        stop({ErrorCode::TooLarge, tr("The server's answer is larger than the limit of %1 MiB.").arg(m_limit >> 20),
            tr("%1 bytes announced").arg(announcedSize(m_reply))});
        return;
    }
    if (!isFile) {
        return;
    }
    if (!m_file.open(QIODevice::WriteOnly)) {
        stop({ErrorCode::CannotWrite, tr("The report could not be saved in %1.").arg(m_file.fileName()),
            m_file.errorString()});
        return;
    }
    m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

void Exchange::onReadyRead()
{
    onHeaders();
    while (!m_ended && m_reply->bytesAvailable() > 0) {
        if (!takeChunk(m_reply->read(ReadBuffer))) {
            return;
        }
    }
}

bool Exchange::takeChunk(const QByteArray& chunk)
{
    m_received += chunk.size();
    move(chunk.size());
    const bool wantedFile = !m_file.fileName().isEmpty();
    const qint64 limit = wantedFile && !m_file.isOpen() ? std::min(m_limit, MaxRefusal) : m_limit;
    if (m_received > limit) {
        stop({ErrorCode::TooLarge, tr("The server's answer is larger than the limit of %1 MiB.").arg(limit >> 20),
            QString()});
        return false;
    }
    if (!m_file.isOpen()) {
        m_body.append(chunk);
        return true;
    }
    if (m_file.write(chunk) != chunk.size()) {
        stop({ErrorCode::CannotWrite, tr("The report could not be saved in %1.").arg(m_file.fileName()),
            m_file.errorString()});
        return false;
    }
    Q_EMIT progress(m_received, announcedSize(m_reply));
    return true;
}

void Exchange::onFinished()
{
    if (m_ended) {
        return;
    }
    m_timer.stop();
    if (!m_failure) {
        onHeaders();
        onReadyRead();
    }
    if (m_ended) {
        return;
    }
    m_ended = true;
    m_timer.stop();
    m_result = outcome();
    if (!m_result) {
        m_file.cancelWriting();
    }
    Q_EMIT finished();
}

void Exchange::dropAnswer()
{
    m_body = {};
    m_result = std::unexpected(Error{ErrorCode::Cancelled, {}, {}});
}

core::Result<Answer> Exchange::outcome()
{
    if (m_failure) {
        return std::unexpected(*m_failure);
    }
    if (const auto error = transportError()) {
        return std::unexpected(*error);
    }
    Answer answer;
    answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.contentType = mediaType(m_reply);
    if (m_reply->hasRawHeader("Retry-After")) {
        answer.retryAfter = retryAfterSeconds(m_reply->rawHeader("Retry-After"));
    }
    answer.body = m_body;
    if (m_file.isOpen()) {
        if (const auto error = saveFile()) {
            return std::unexpected(*error);
        }
    }
    return answer;
}

std::optional<Error> Exchange::transportError() const
{
    const QNetworkReply::NetworkError error = m_reply->error();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // Errors from 201 on restate an HTTP status; those below say that there is no whole answer.
    const bool restatesStatus
        = status >= 400 && error > QNetworkReply::UnknownProxyError && error != QNetworkReply::ProtocolFailure;
    if (error == QNetworkReply::NoError || restatesStatus) {
        return std::nullopt;
    }
    const QString host = m_connection.url.host();
    const QString reason = m_reply->errorString();
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return Error{ErrorCode::Network,
            tr("Nothing answers at %1. Is the server running, and is the port right?").arg(host), reason};
    case QNetworkReply::HostNotFoundError:
        return Error{ErrorCode::Network, tr("The name %1 is not known to the network.").arg(host), reason};
    case QNetworkReply::RemoteHostClosedError:
        return Error{ErrorCode::Network, tr("The server %1 broke off the connection.").arg(host), reason};
    case QNetworkReply::TimeoutError:
        return Error{ErrorCode::Timeout, tr("The server %1 did not answer in time.").arg(host), reason};
    case QNetworkReply::SslHandshakeFailedError:
        return Error{ErrorCode::Tls,
            tr("No secure connection to %1 could be made. Is https right for this port?").arg(host), reason};
    case QNetworkReply::InsecureRedirectError:
    case QNetworkReply::TooManyRedirectsError:
        return Error{ErrorCode::BadAnswer,
            tr("The server sends this request to another place, which was refused. Check the address in the profile."),
            reason};
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::UnknownContentError:
        return Error{ErrorCode::BadAnswer, tr("The server's answer is damaged or was cut off."), reason};
    default:
        break;
    }
    if (error >= QNetworkReply::ProxyConnectionRefusedError && error <= QNetworkReply::UnknownProxyError) {
        return Error{ErrorCode::Network,
            tr("The proxy does not let the request through. Check the profile's proxy setting."), reason};
    }
    return Error{ErrorCode::Network, tr("The connection to %1 failed.").arg(host), reason};
}

std::optional<Error> Exchange::saveFile()
{
    const qint64 announced = announcedSize(m_reply);
    if (m_received == 0 || (announced >= 0 && announced != m_received)) {
        return Error{ErrorCode::BadAnswer, tr("The report was cut off on its way."),
            tr("%1 of %2 bytes").arg(m_received).arg(announced)};
    }
    if (!m_file.commit()) {
        return Error{ErrorCode::CannotWrite, tr("The report could not be saved in %1.").arg(m_file.fileName()),
            m_file.errorString()};
    }
    m_isSaved = true;
    return std::nullopt;
}

} // namespace net
