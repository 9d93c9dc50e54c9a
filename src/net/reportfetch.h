// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/capeclient.h"

#include <QObject>

#include <functional>

namespace net {

// Fetches the report of one task into a folder: the ZIP, and where that holds no lite report, the bare one, and where the
// server wrote none at all (CAPE's default), the full report, which is put into the ZIP. Asks nothing by itself; deleting it ends it.
class ReportFetch : public QObject {
    Q_OBJECT

public:
    using Start = std::function<CapeReply<FetchedReport>&(CapeClient&)>;
    using Done = std::function<void(CapeReply<FetchedReport>&)>;
    // Sends a request when its turn comes; not called back once this object is gone.
    using Ask = std::function<void(Start, Done)>;

    struct Files {
        QString zip;
        QString bare; // the report, where the ZIP has none
        bool isFull = false; // the report in the ZIP is the full one
    };

    ReportFetch(qint64 taskId, const QString& folder, Ask ask, QObject* parent);

    void start();
    // Busy with the files, in another thread.
    bool isWorking() const { return m_isWorking; }
    // As far as it came.
    const Files& files() const { return m_files; }

Q_SIGNALS:
    void progress(qint64 done, qint64 total);
    void fetched();
    // The call that was not answered with a file.
    void failed(net::CapeCall* call);
    // The ZIP that came cannot be read or completed, and is gone again.
    void damaged(const core::Error& error);
    // The ZIP is here, and a report is nowhere: the server's words.
    void missing(const QString& words);

private:
    void fetch(Start start, void (ReportFetch::*done)(CapeReply<FetchedReport>&));
    void onZip(CapeReply<FetchedReport>& reply);
    void check();
    void onChecked(const core::Result<bool>& hasReport);
    void onLite(CapeReply<FetchedReport>& reply);
    void onFull(CapeReply<FetchedReport>& reply);
    void insert(const QString& report);
    void dropZip(const core::Error& error);

    const qint64 m_taskId;
    const QString m_folder;
    const Ask m_ask;
    Files m_files;
    bool m_isWorking = false;
};

} // namespace net
