// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/assemblylineprofile.h"
#include "net/capecall.h"
#include "net/credentials.h"

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QObject>
#include <QStringList>

#include <memory>

namespace net {

struct Transfer;

// A bundle to import, and how (the endpoint's query).
struct BundleImport {
    QString path; // the bundle file
    QString sid; // its submission's id: named where an import fails half-way
    QString minClassification; // empty: the server's lowest
    bool allowIncomplete = false;
    bool existOk = false;
};

// What a server says of a submission.
struct SubmissionView {
    QString sid;
    QString state; // "completed" after an import
    qint64 maxScore = 0;
    qint64 fileCount = 0;
    QStringList resultKeys; // of the results that it really holds
    QStringList missingResults; // keys that the submission names and that it does not hold
};

// A sample to analyse.
struct SampleSubmission {
    std::unique_ptr<QIODevice> content; // open for reading, of known size
    QString fileName;
    QString classification; // empty: the user's default
    QString description;
};

// Who an API key belongs to, and what they may do.
struct UserView {
    QString name;
    QStringList roles; // "submission_create", ...; empty where the server tells none
    QString serverVersion; // such as "4.7.0.12"; empty where the server does not tell
};

// The calls to one Assemblyline's REST API (v4) that sending a result needs. Every call returns an object that the
// client owns (see CapeCall). User and API key are in the X-USER and X-APIKEY headers and nowhere else.
class AssemblylineClient : public QObject {
    Q_OBJECT

public:
    // The token is the API key.
    AssemblylineClient(const AssemblylineProfile& profile, const Credentials& credentials, QObject* parent = nullptr);
    ~AssemblylineClient() override;

    const AssemblylineProfile& profile() const { return m_profile; }
    void setAnswerLimit(qint64 bytes) { m_answerLimit = bytes; }

    // Asks who the key belongs to; changes nothing.
    CapeReply<UserView>& whoAmI();
    // Imports the bundle, read from disk as it goes. An import is not transactional: the error of one that the server
    // began says that a part may be there.
    CapeReply<void>& importBundle(const BundleImport& bundle);
    // Reads a submission back, with its results.
    CapeReply<SubmissionView>& submission(const QString& sid);
    // Has a sample analysed; gives the new submission's id.
    CapeReply<QString>& submit(SampleSubmission sample);

private:
    template <typename T, typename Read>
    CapeReply<T>& start(Transfer transfer, Read read);
    QNetworkRequest request(const QString& path, const QList<std::pair<QString, QString>>& query = {}) const;

    AssemblylineProfile m_profile;
    Credentials m_credentials;
    qint64 m_answerLimit = 64LL << 20; // bytes: a whole result comes back
    QNetworkAccessManager m_network;
};

} // namespace net
