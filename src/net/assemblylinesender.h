// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bundle/bundlewriter.h"
#include "net/assemblylineclient.h"

#include <QPointer>
#include <QTemporaryDir>

#include <functional>

namespace net {

// What to send, and where.
struct Delivery {
    core::AnalysisResultPtr result;
    // Converts anew, as this Assemblyline would have: called in another thread; null: `result` goes as it is.
    std::function<core::Result<core::AnalysisResultPtr>()> convert;
    core::bundle::Options options;
    AssemblylineProfile profile;
    Credentials credentials; // the token is the API key
    core::bundle::OpenSample analyse; // a sample that Assemblyline is to analyse as well; null: none
    QString analyseName;
};

// What arrived.
struct Delivered {
    QString sid;
    QUrl link;
    QStringList differences; // between what was sent and what the server says of it
    std::vector<core::bundle::LeftOut> leftOut;
    QString analysisSid; // of the sample's own submission, where one was asked for
    QUrl analysisLink;
};

// What differs between a bundle and the submission that came of it, in words.
QStringList differencesOf(const core::bundle::Written& written, const SubmissionView& view);

// Sends a result to an Assemblyline: writes the bundle in a private temporary folder, imports it, reads the submission
// back and compares, and has the sample analysed where that is asked for. One delivery at a time; finished() ends each.
class AssemblylineSender : public QObject {
    Q_OBJECT

public:
    enum class Step { Idle, Writing, Importing, Checking, Submitting };

    explicit AssemblylineSender(QObject* parent = nullptr);
    ~AssemblylineSender() override;

    void start(const Delivery& delivery);
    // Ends the delivery with ErrorCode::Cancelled.
    void cancel();
    Step step() const { return m_step; }
    // Valid once finished.
    const core::Result<Delivered>& result() const { return m_result; }

Q_SIGNALS:
    void stepChanged();
    void progress(qint64 done, qint64 total);
    void finished();

private:
    using Written = core::bundle::Written;

    void import(const core::Result<Written>& written);
    void check();
    void openSample();
    void submitSample(std::unique_ptr<QIODevice> content);
    void noSample(const core::Error& error);
    void follow(CapeCall& call);
    void enter(Step step);
    void end(core::Result<Delivered> result);

    Delivery m_delivery;
    Written m_written;
    Delivered m_delivered;
    core::Result<Delivered> m_result;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QObject> m_job; // whose end makes what still comes of a delivery go nowhere
    std::unique_ptr<AssemblylineClient> m_client;
    QPointer<CapeCall> m_call;
    Step m_step = Step::Idle;
};

} // namespace net
