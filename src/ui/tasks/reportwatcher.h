// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "core/result/analysisresult.h"
#include "net/taskqueue.h"

#include <QQueue>

namespace ui {

class ReportSession;

// Reads each report as it is fetched, one after the other, so that the queue learns its score and the task becomes
// ready; a report that cannot be read fails its task with the reason. One that was ready, but was not in the case library
// when the program ended, is read again.
class ReportWatcher : public QObject {
    Q_OBJECT
public:
    explicit ReportWatcher(net::TaskQueue& queue, QObject* parent = nullptr);

Q_SIGNALS:
    // The queue has been told, and the task is ready, or has gone on otherwise.
    void reportRead(const QString& taskId, const core::ReportPtr& report, const core::AnalysisResultPtr& result);

private:
    void enqueue(const QString& taskId);
    void next();
    void finish(const core::Error* error);

    net::TaskQueue& m_queue;
    QQueue<QString> m_waiting;
    QString m_current;
    ReportSession* m_session = nullptr;
};

// The report of a task on disk: the ZIP, or the bare report where the ZIP has none.
QString reportPathOf(const net::TaskRecord& record);

} // namespace ui
