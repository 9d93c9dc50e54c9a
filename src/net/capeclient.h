// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "net/capecall.h"
#include "net/capetypes.h"
#include "net/credentials.h"
#include "net/formfields.h"
#include "net/profile.h"

#include <QHttpMultiPart>
#include <QNetworkAccessManager>
#include <QObject>

#include <memory>

namespace net {

// Limits on what an answer may weigh, after decompression.
struct AnswerLimits {
    qint64 json = 32LL << 20; // bytes
    qint64 report = 4LL << 30; // bytes
};

// The CAPE API v2 of one server: the calls that the workbench makes, typed and asynchronous. Every call returns an
// object that the client owns (see CapeCall). The token appears in the Authorization header and nowhere else; where it
// would travel unencrypted and the profile does not allow that, nothing is sent (ErrorCode::Unauthorized).
class CapeClient : public QObject {
    Q_OBJECT

public:
    CapeClient(const Profile& profile, const Credentials& credentials, QObject* parent = nullptr);
    ~CapeClient() override;

    const Profile& profile() const { return m_profile; }
    void setCredentials(const Credentials& credentials);
    // For the requests that follow; a profile with another transport needs another client (hasSameTransport()).
    void setProfile(const Profile& profile) { m_profile = profile; }
    void setLimits(const AnswerLimits& limits) { m_limits = limits; }

    CapeReply<ServerStatus>& status();
    CapeReply<QList<Machine>>& machines();
    // The server's own routes (VPN, SOCKS5) by name. Off by default: api.conf, [list_exitnodes].
    CapeReply<QStringList>& exitNodes();
    // The tasks on the server, whoever submitted them.
    CapeReply<QList<TaskView>>& tasks(const TaskListQuery& query);
    // Tasks of the sample, newest first; none for an unknown one. The hash may be in capitals.
    CapeReply<QList<TaskView>>& searchSha256(const QString& sha256);
    // The same by the MD5, SHA-1 or SHA-256, told apart by their length.
    CapeReply<QList<TaskView>>& searchHash(const QString& hash);
    // Uploads the file, read from disk as it goes, under the given name, followed by the fields in their order.
    CapeReply<Submitted>& createFile(const QString& path, const QString& fileName, const FormFields& fields);
    // The same for a device that is open for reading and knows its size.
    CapeReply<Submitted>& createFile(
        std::unique_ptr<QIODevice> file, const QString& fileName, const FormFields& fields);
    CapeReply<Submitted>& createUrl(const QString& url, const FormFields& fields);
    CapeReply<TaskView>& view(qint64 taskId);
    // The states of these tasks in one call, those of them that the server names; NotFound with the HTTP status 200 when
    // it names none. A reported one it names only where reports are in its database.
    CapeReply<TaskStates>& taskStates(const QList<qint64>& taskIds);
    // The report ZIP, streamed to `path` (mode 0600); nothing is left there on failure.
    CapeReply<FetchedReport>& fetchReport(qint64 taskId, const QString& path);
    // The bare lite report (JSON), for a ZIP without one.
    CapeReply<FetchedReport>& fetchLiteReport(qint64 taskId, const QString& path);
    // The full report (JSON), which may be large.
    CapeReply<FetchedReport>& fetchFullReport(qint64 taskId, const QString& path);
    // Ends the analysis that runs now, so that its report is written of what there is; gives the server's words. Refused
    // where the server does not offer it ([user_stop] in api.conf) and where its machine does not run.
    CapeReply<QString>& finishTask(qint64 taskId);
    // The server deletes reported tasks; a task in another state must be named with its state.
    CapeReply<QString>& deleteTask(qint64 taskId, const QString& state = {});

    // Analyses the task again after a reboot of its machine; gives the new task's id. Few servers offer it.
    CapeReply<qint64>& rebootTask(qint64 taskId);

    // For the probe: what the server says to a submission without a file, and to a request without a token.
    CapeReply<QJsonObject>& createNothing();
    CapeReply<ServerStatus>& statusWithoutToken();

private:
    using ReadAnswer = core::Result<QJsonObject> (*)(const Answer&);

    template <typename T, typename Read>
    CapeReply<T>& start(const QNetworkRequest& request, Read read, std::unique_ptr<QHttpMultiPart> body = {},
        ReadAnswer readWhole = readAnswer, std::optional<core::Error> refusal = {});
    CapeReply<FetchedReport>& fetch(const QString& path, const QString& file, const QByteArray& contentType);
    QNetworkRequest request(const QString& path, bool withToken) const;
    std::optional<core::Error> clearTextRefusal() const;

    Profile m_profile;
    Credentials m_credentials;
    AnswerLimits m_limits;
    QNetworkAccessManager m_network;
};

} // namespace net
