// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/reportwatcher.h"

#include "core/result/followup.h"
#include "ui/report/reportsession.h"

namespace ui {

QString reportPathOf(const net::TaskRecord& record)
{
    return record.litePath.isEmpty() ? record.reportPath : record.litePath;
}

ReportWatcher::ReportWatcher(net::TaskQueue& queue, QObject* parent)
    : QObject(parent)
    , m_queue(queue)
{
    connect(&queue, &net::TaskQueue::reportFetched, this, &ReportWatcher::enqueue);
    connect(&queue, &net::TaskQueue::taskAdded, this, [this](const QString& taskId) {
        const auto record = m_queue.task(taskId);
        if (record && record->phase == net::Phase::Ready && record->awaitsLibrary && !m_queue.isReadOnly()) {
            enqueue(taskId);
        }
    });
}

void ReportWatcher::enqueue(const QString& taskId)
{
    if (m_current == taskId || m_waiting.contains(taskId)) {
        return;
    }
    m_waiting.enqueue(taskId);
    if (!m_session) {
        next();
    }
}

void ReportWatcher::next()
{
    if (m_waiting.isEmpty()) {
        return;
    }
    m_current = m_waiting.dequeue();
    const auto record = m_queue.task(m_current);
    if (!record) {
        return next();
    }
    m_session = new ReportSession(this);
    connect(m_session, &ReportSession::resultReady, this, [this] { finish(nullptr); });
    connect(m_session, &ReportSession::stateChanged, this, [this] {
        if (m_session->state() == ReportSession::State::Failed || m_session->isReportMissing()) {
            finish(&m_session->error());
        } else if (m_session->conversion() == ReportSession::Conversion::Failed) {
            finish(&m_session->conversionError());
        }
    });
    m_session->open(reportPathOf(*record));
}

void ReportWatcher::finish(const core::Error* error)
{
    if (error) {
        m_queue.setParseFailed(m_current, *error);
        m_queue.setInLibrary(m_current); // there is nothing to keep of it
    } else {
        const core::FollowUp next = core::followUpOf(*m_session->result());
        m_queue.setParsed(m_current,
            {.score = double(m_session->result()->score),
                .asksForReboot = next.reboot,
                .guestUnreachable = next.submitAgain});
        Q_EMIT reportRead(m_current, m_session->report(), m_session->result());
    }
    m_session->disconnect(this);
    m_session->deleteLater();
    m_session = nullptr;
    m_current.clear();
    next();
}

} // namespace ui
