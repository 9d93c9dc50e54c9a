// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/reportfetch.h"

#include "core/archive/reportarchive.h"
#include "core/archive/reportinsertion.h"
#include "net/patience.h"

#include <QFile>
#include <QPointer>
#include <QtConcurrentRun>

namespace net {

namespace {

// The server has said that there is no such report; another error leaves that open.
bool isRefusal(const CapeReply<FetchedReport>& reply)
{
    return remedyFor(reply.error()->code, reply.wasSent()) == Remedy::Stop
        && reply.error()->code != core::ErrorCode::Cancelled && reply.error()->code != core::ErrorCode::Unauthorized;
}

} // namespace

ReportFetch::ReportFetch(qint64 taskId, const QString& folder, Ask ask, QObject* parent)
    : QObject(parent)
    , m_taskId(taskId)
    , m_folder(folder)
    , m_ask(std::move(ask))
{
}

void ReportFetch::fetch(Start start, void (ReportFetch::*done)(CapeReply<FetchedReport>&))
{
    const QPointer<ReportFetch> self(this);
    m_ask(
        [self, start = std::move(start)](CapeClient& client) -> CapeReply<FetchedReport>& {
            auto& reply = start(client);
            if (self) {
                connect(&reply, &CapeCall::progress, self, &ReportFetch::progress);
            }
            return reply;
        },
        [self, done](CapeReply<FetchedReport>& reply) {
            if (self) {
                (self->*done)(reply);
            }
        });
}

void ReportFetch::start()
{
    fetch([id = m_taskId, path = m_folder + QStringLiteral("/lite.zip")](CapeClient& client)
              -> CapeReply<FetchedReport>& { return client.fetchReport(id, path); },
        &ReportFetch::onZip);
}

void ReportFetch::onZip(CapeReply<FetchedReport>& reply)
{
    if (!reply.result()) {
        Q_EMIT failed(&reply);
        return;
    }
    m_files.zip = reply.result()->path;
    check();
}

void ReportFetch::check()
{
    m_isWorking = true;
    QtConcurrent::run([path = m_files.zip] {
        return core::ReportArchive::open(path).transform(
            [](const core::ReportArchive& archive) { return archive.contains(QStringLiteral("reports/lite.json")); });
    }).then(this, [this](const core::Result<bool>& hasReport) { onChecked(hasReport); });
}

void ReportFetch::onChecked(const core::Result<bool>& hasReport)
{
    m_isWorking = false;
    if (!hasReport) {
        return dropZip(hasReport.error());
    }
    if (*hasReport) {
        Q_EMIT fetched();
        return;
    }
    fetch([id = m_taskId, path = m_folder + QStringLiteral("/lite.json")](CapeClient& client)
              -> CapeReply<FetchedReport>& { return client.fetchLiteReport(id, path); },
        &ReportFetch::onLite);
}

void ReportFetch::onLite(CapeReply<FetchedReport>& reply)
{
    if (reply.result()) {
        m_files.bare = reply.result()->path;
        Q_EMIT fetched();
        return;
    }
    if (!isRefusal(reply)) {
        Q_EMIT failed(&reply);
        return;
    }
    fetch([id = m_taskId, path = m_folder + QStringLiteral("/report.json")](CapeClient& client)
              -> CapeReply<FetchedReport>& { return client.fetchFullReport(id, path); },
        &ReportFetch::onFull);
}

void ReportFetch::onFull(CapeReply<FetchedReport>& reply)
{
    if (reply.result()) {
        insert(reply.result()->path);
    } else if (isRefusal(reply)) {
        Q_EMIT missing(reply.error()->detail);
    } else {
        Q_EMIT failed(&reply);
    }
}

// So the report is opened with the files of its analysis.
void ReportFetch::insert(const QString& report)
{
    m_isWorking = true;
    QtConcurrent::run([zip = m_files.zip, report] {
        return core::insertReport(zip, report);
    }).then(this, [this](const core::Result<void>& inserted) {
        m_isWorking = false;
        if (!inserted) {
            return dropZip(inserted.error());
        }
        m_files.isFull = true;
        Q_EMIT fetched();
    });
}

void ReportFetch::dropZip(const core::Error& error)
{
    QFile::remove(m_files.zip);
    m_files.zip.clear();
    Q_EMIT damaged(error);
}

} // namespace net
