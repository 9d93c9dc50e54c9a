// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "net/capeclient.h"
#include "net/reportfetch.h"
#include "net/samplestore.h"
#include "net/serverlink.h"
#include "net/taskqueue.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <stop_token>

namespace net {

// Takes one submission from phase to phase. It knows no more than its record says, so that it can begin at any of them:
// after a restart, a retry, a pause.
class TaskFollower : public QObject {
    Q_OBJECT

public:
    TaskFollower(TaskQueue* queue, std::shared_ptr<TaskRecord> task);
    ~TaskFollower() override;

    // Does what the record's phase asks for; nothing while it is paused.
    void go();
    // Breaks off what is under way, leaving the record as it stands.
    void halt();
    // What it waited for is there: it goes on at once.
    void forgetWait();
    // Nothing is left to do for this record.
    bool isDone() const;
    // Something is under way in another thread.
    bool isWorking() const { return m_working || (m_fetch && m_fetch->isWorking()); }
    // Goes to the next server that the submission names, when the present one has nothing of it; `evenUnreachable`:
    // also to one that did not answer lately.
    bool takeNextServer(bool evenUnreachable = true);
    const QString& profileId() const { return m_task->profileId; }
    // A look at all tasks of the server would find out about this one.
    bool isLookedAt() const;
    // When it was last seen on the server; invalid: never.
    QDateTime lastLook() const { return m_lastLook; }
    qint64 serverTaskId() const { return m_task->serverTaskId(); }
    // It waits for what a look at all tasks finds.
    bool isJoined() const { return m_isJoined; }
    // The server's state of this task, as a look at all of them found it; nothing when the server did not name it.
    void onState(const std::optional<QString>& status);
    // That look came to nothing.
    void onLookFailed(const CapeCall& call);
    void lookAlone();
    // Other tasks of this server came or went: look sooner or later at this one.
    void replan();

private:
    // Before the server has it (taskfollowersubmit.cpp).
    void hash();
    void onHashed(const core::Result<SampleStore::Stored>& stored);
    void search();
    void onFound(const QList<TaskView>& found);
    bool settleLostUpload(const QList<TaskView>& found);
    bool reuseExisting(const QList<TaskView>& found);
    bool isTwinUploading() const;
    void upload();
    void onUploaded(CapeReply<Submitted>& reply);
    void onUploadFailed(const core::Error& error, const CapeCall* call);
    bool takeAnotherTask(const QString& why);
    void reboot();
    std::optional<Profile> nextServer(bool evenUnreachable) const;

    // While and after the server works on it (taskfollowerreport.cpp).
    void poll();
    void onViewed(CapeReply<TaskView>& reply);
    void onNotFound(bool saysSo);
    void followSuccessor(qint64 taskId, Phase phase);
    void onFailedOnServer(const TaskView& view);
    QDateTime deadline(Phase phase) const;
    void onLate();
    void submitAgain(const QString& why);
    void onPhase(Phase phase, bool hadTrouble, bool wasDue);
    bool isSuccessor(const TaskView& view) const;
    void onRecovered(const TaskView& view);
    void pollLater(bool slower);
    qint64 pollInterval() const; // ms
    void download();
    void onReportFailed(CapeCall* call);
    void onReportDamaged(const core::Error& error);
    void onReportMissing(const QString& words);
    void onFetched();
    void deleteTask();
    QList<qint64> toDelete() const;
    void deleteInState(qint64 id, const QString& state);
    void onDeleteAnswer(qint64 id, const core::Error* error);
    void forgetDeleted(qint64 id);
    void deleteByState(qint64 id, const QString& status);

    // The only way to a server: each request is counted, and go() makes what does not get further wait (StepPacer).
    template <typename T>
    void ask(ServerLink::Priority priority, std::function<CapeReply<T>&(CapeClient&)> start,
        std::function<void(CapeReply<T>&)> done, qint64 order = 0)
    {
        m_busy = true;
        m_task->pacer.count(now());
        auto begin = [this, start = std::move(start)](CapeClient& client) -> CapeReply<T>& {
            m_tokenSerial = tokenSerial();
            return start(client);
        };
        link()->request<T>(priority, this, std::move(begin), std::move(done), order);
    }
    int tokenSerial() const;
    bool awaitsToken();
    // The call was refused for its token: then the task goes on when there is another one.
    bool isTokenRefused(const CapeCall& call);
    void forgetServer();
    void enter(Phase phase);
    void fail(const core::Error& error, bool onServer = false);
    // After an error that time may heal: says why and goes on later.
    void tryLater(const core::Error& error, bool wasSent);
    // As the error asks for: tryLater, waiting for a token, or fail.
    void handle(const CapeCall& call);
    void handle(const core::Error& error, bool wasSent);
    void waitUntil(const QDateTime& time);
    QDateTime now() const;
    void showProgress(qint64 done, qint64 total);
    ServerLink* link() const;

    TaskQueue* m_queue;
    std::shared_ptr<TaskRecord> m_task;
    std::unique_ptr<QObject> m_timer;
    std::stop_source m_stop; // of work in other threads
    qint64 m_pollPause = 0; // ms; grows while nothing changes
    QDateTime m_lastLook;
    QPointer<ReportFetch> m_fetch;
    int m_tokenSerial = 0; // of the token that the latest request went with
    int m_deleteFailures = 0;
    int m_deleteWaits = 0;
    qsizetype m_deleteTurn = 0; // of those to delete on the server, the one that is tried
    bool m_isMainDeleted = false;
    bool m_busy = false; // a step is under way, if only waiting for its turn with the server
    bool m_working = false;
    bool m_isJoined = false; // busy with waiting for a look at all tasks of the server
    bool m_looksAlone = false; // the next time
};

} // namespace net
