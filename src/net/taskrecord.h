// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/formfields.h"
#include "net/phase.h"
#include "net/steppacer.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace net {

// One submission to one server, as the task list shows it and as it survives a crash.
struct TaskRecord {
    QString id; // a UUID of this workbench
    QString profileId;
    QStringList otherProfiles; // the next servers to take while the present one cannot be reached and has nothing
    QString fileName; // what the server is told; for a URL, the URL
    bool isUrl = false;
    QString sourcePath; // where the sample came from
    QString samplePath; // the private copy; empty until it is whole
    QString sha256; // lower-case hex; empty until hashed
    qint64 size = 0; // bytes
    FormFields fields; // what is sent beside the file
    bool ignoreExisting = false; // submit even when the server has a task like it
    bool deleteAfterFetch = false;
    bool rebootAsked = false; // analyse once more after a reboot, when the report is here

    QList<qint64> serverTaskIds; // the first one is followed; earlier ones that it replaced come after
    bool isReused = false; // the server had this task already: it is not ours to delete
    QList<qint64> knownTaskIds; // tasks of this sample that were there before the upload
    bool uploadStarted = false; // an upload may have reached the server, and its answer is not known
    int uploads = 0; // in a row after which the server named no task
    QList<qint64> uselessIds; // tasks of this sample on the server that turned out to give no report
    bool wasSeen = false; // the server has described the task at least once
    bool failedOnServer = false; // for Failed: the analysis itself failed, so that a retry is a new submission
    bool resubmitted = false; // once, after the guest could not be reached
    int lateTries = 0; // submissions that the server did not finish within the profile's time limit
    QList<qint64> replacedIds; // tasks of ours on the server that a new submission took the place of
    QString rebootOf; // the record whose task the server reboots for this one
    bool deletePending = false; // to be deleted on the server
    bool deletesOnlyWaiting = false; // but only what has not begun to run there
    bool isPaused = false;

    Phase phase = Phase::Hashing;
    Phase failedIn = Phase::Hashing; // for Failed and Cancelled: where that happened
    int progress = -1; // percent of the phase; -1: unknown. Not stored.
    QString words; // why it waits or failed: ours or the server's
    QString remark; // what happened on the way, for as long as the task is followed
    QMap<Phase, QDateTime> entered; // when each phase began (UTC)
    QDateTime nextTry; // UTC; invalid while nothing is waited for
    int attempts = 0; // failed tries since it last got further
    StepPacer pacer;
    QString machine; // as the server says
    QString reportPath; // the report ZIP, once it is here
    QString litePath; // the bare lite report, for a ZIP without one
    std::optional<double> score; // filled by whoever parses
    bool awaitsLibrary = false; // ready, and the case library has not taken it in yet
    qint64 position = 0; // order in the list
    QDateTime createdOn; // UTC

    qint64 serverTaskId() const { return serverTaskIds.value(0, 0); }
    // Begins a new submission in the place of the server's task, which is noted as left behind where it is ours.
    void submitAgain(const QString& why, const QDateTime& now);
    // The server has another task for this submission now: what is known of the one before is past.
    void followSuccessor(qint64 taskId);
    // Nothing is known any more of how far a server's task got.
    void forgetServerPhases();
    // Goes to this phase: forgets progress and reason, and the tries before when the submission has got further by it.
    // True then.
    bool enter(Phase next, const QDateTime& now);
    // Adds to what happened on the way.
    void addRemark(const QString& text);

    friend bool operator==(const TaskRecord&, const TaskRecord&) = default;
};

// A new UUID.
QString newTaskId();

QJsonObject toJson(const TaskRecord& record);
TaskRecord taskFromJson(const QJsonObject& json);

} // namespace net
