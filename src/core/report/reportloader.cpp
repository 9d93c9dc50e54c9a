// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportloader.h"

#include <QtConcurrent>

#include <optional>

namespace core {

ReportLoader::ReportLoader(QObject* parent)
    : QObject(parent)
{
}

ReportLoader::~ReportLoader()
{
    m_stop.request_stop();
}

void ReportLoader::cancel()
{
    m_stop.request_stop();
    ++m_job; // what the job still sends is stale
    m_loading = false;
}

void ReportLoader::load(const QString& path)
{
    cancel();
    m_stop = std::stop_source();
    m_loading = true;
    const auto work = [path, stop = m_stop.get_token()](QPromise<Result<ReportPtr>>& promise) {
        promise.setProgressRange(0, 100);
        const ParseControl control{stop, [&promise](double share) { promise.setProgressValue(int(share * 100)); }, {}};
        Result<ReportPtr> report = ReportReader::read(path, control);
        if (report) {
            (*report)->makeRecords();
        }
        promise.addResult(std::move(report));
    };
    auto* watcher = new QFutureWatcher<Result<ReportPtr>>(this);
    connect(watcher, &QFutureWatcherBase::progressValueChanged, this, [this, job = m_job](int percent) {
        if (job == m_job) {
            Q_EMIT progressChanged(percent);
        }
    });
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, job = m_job] {
        watcher->deleteLater();
        if (job == m_job && watcher->future().resultCount() > 0) {
            finish(watcher->result());
        }
    });
    watcher->setFuture(QtConcurrent::run(work));
}

void ReportLoader::finish(const Result<ReportPtr>& report)
{
    m_loading = false;
    if (report) {
        Q_EMIT loaded(*report);
    } else {
        Q_EMIT failed(report.error());
    }
}

} // namespace core
