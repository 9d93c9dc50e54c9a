// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/datalock.h"
#include "core/error.h"
#include "net/capetypes.h"
#include "net/queuefolder.h"
#include "net/taskrecord.h"
#include "net/tokengate.h"

#include <QHash>
#include <QIODevice>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace net {

class Clock;
class CredentialStore;
class GroupLook;
class ProfileStore;
class SampleStore;
class ServerLink;
class ServerProbe;
class TaskFollower;
struct ProbeReport;

// What is to be submitted to one server.
struct Submission {
    QString profileId;
    QStringList otherProfiles; // the next ones, in this order, while the one before does not answer
    QString path; // the file; empty for a URL
    QString url;
    QString fileName; // what the server is told; empty: the file's own name
    FormFields fields; // sent as they are, in this order
    bool ignoreExisting = false; // submit even when the server has a task like it
    std::optional<bool> deleteAfterFetch; // otherwise as the profile says
    bool reboot = false; // once the report is here, analyse again after a reboot, where the profile's server can
};

// What whoever parsed a report found in it.
struct ParsedReport {
    std::optional<double> score;
    bool asksForReboot = false; // a signature says that the sample waits for the next start of the machine
    bool guestUnreachable = false; // the analysis failed although there is a report
};

// What the status bar shows of a server.
struct ServerState {
    bool isReachable = true;
    bool isHeld = false; // nothing is sent: its token would travel unencrypted, and the profile does not allow that
    bool wasReached = false; // it has answered since this program started
    bool needsToken = false; // it has refused ours, and nothing is asked of it until there is another
    QString words; // why not, or why it waits
    QDateTime nextTry; // UTC; invalid: none is waited for
    std::optional<int> requestsLeft; // this minute; nothing while no limit is known
    std::optional<int> requestsPerMinute;
    std::optional<ServerStatus> status; // queue and machines, as last asked
    int activeTasks = 0; // ours that are not finished

    friend bool operator==(const ServerState&, const ServerState&) = default;
};

// All submissions, live: hands each to a follower that takes it through its phases, and keeps every step on disk before
// what depends on it happens. After a restart each goes on where it stood. Lives in one thread (the window's); hashing
// and copying run elsewhere.
class TaskQueue : public QObject {
    Q_OBJECT

public:
    struct Options {
        QString folder; // of database, samples and reports; empty: the application's data folder
        std::shared_ptr<Clock> clock; // empty: the real one
        bool waitsForTokens = true; // false: nobody can give another one, so tasks whose token is refused fail
        std::shared_ptr<core::DataLock> lock = {}; // of the folder; empty: open() takes it
    };

    TaskQueue(ProfileStore* profiles, CredentialStore* credentials, const Options& options, QObject* parent = nullptr);
    ~TaskQueue() override;

    // Opens the database and goes on with what is in it. Until then the queue is empty. Errors: those of core::DataLock
    // (two programs at work on one folder would submit everything twice) and of core::Database.
    core::Result<void> open() { return load(m_folder.open()); }
    // Shows what is in a database that another program works on. Nothing is followed or asked for, and each change is
    // answered with core::readOnlyError().
    core::Result<void> openReadOnly() { return load(m_folder.openReadOnly()); }
    // After open() has found the database damaged (ErrorCode::BadInput): moves it aside, and goes on with a new one in
    // which is what could still be read.
    core::Result<void> startAnew()
    {
        return m_folder.isDamaged() ? load(m_folder.startAnew()) : core::Result<void>();
    }
    bool isReadOnly() const { return m_folder.isReadOnly(); }
    // Why there are no tasks; nothing when all is well.
    const std::optional<core::Error>& problem() const { return m_folder.problem(); }

    // In the order of the list.
    QList<TaskRecord> tasks() const;
    std::optional<TaskRecord> task(const QString& id) const;
    // The record that follows this task of a server now.
    std::optional<TaskRecord> followerOf(const QString& profileId, qint64 serverTaskId) const;
    ServerState serverState(const QString& profileId) const;

    // Gives the task's id at once; what is wrong with the file shows in its record.
    core::Result<QString> submit(const Submission& submission);
    // Takes over a task that the server has already: its report is fetched, and it is not ours to delete. The
    // hash may be empty where it is not known.
    core::Result<QString> adopt(const QString& profileId, const TaskView& task, const QString& sha256);
    // Ends it here; with `onServer`, it is taken out of the server's queue as well, where it still waits there. What has
    // begun to run is left alone: deleteOnServer().
    void cancel(const QString& id, bool onServer = false);
    // Asks the server to end the analysis now and to report what there is. It goes on being followed; where the server
    // refuses, the record's remark says so.
    void stopAndReport(const QString& id);
    bool canStop(const TaskRecord& record) const;
    // Goes on from where it failed or was cancelled.
    void retry(const QString& id);
    // Submits the task's sample or URL once more, with the same choices and to the same server, whatever that has of it
    // already. Gives the new task's id; BadInput where no copy of the sample is kept.
    core::Result<QString> analyseAgain(const QString& id);
    void setPaused(const QString& id, bool paused);
    // Deletes the task on the server, in whatever state it is there; the record says how that went. What still runs is
    // deleted when it has ended.
    void deleteOnServer(const QString& id);
    // Forgets the task, with its sample copy and report.
    void remove(const QString& id);
    // Puts the task before another one (at the end for an empty id).
    void moveBefore(const QString& id, const QString& otherId);
    // Told by whoever parses the report after reportFetched().
    void setParsed(const QString& id, const ParsedReport& report);
    void setParseFailed(const QString& id, const core::Error& error);
    // Told by whoever keeps the library of cases, once it has the analysis. Until then the record awaits that, also after
    // a restart.
    void setInLibrary(const QString& id);
    // Asks the server for its queue and machines now.
    void refreshServer(const QString& profileId);
    // Asks what the server allows, behind everything else; unless it is asked `again`, only where that is not known yet
    // of the profile as it is. serverChanged() tells of each answer.
    void probeServer(const QString& profileId, bool again = false);
    // What is known of that so far; null before anything is.
    const ProbeReport* probeReport(const QString& profileId) const;
    // Tries again at once what waits for a server.
    void tryNow(const QString& profileId);
    // The one way to this server, for whatever is asked of it: it keeps the server's limit. Null when the profile is
    // gone or before open(). Another one takes its place when the profile is changed (ServerLink::retired).
    ServerLink* link(const QString& profileId);

    // Opens the queue's own copy of a sample, in any thread; null where it holds none. The hash in lower-case hex.
    std::function<core::Result<std::unique_ptr<QIODevice>>()> sampleCopy(const QString& sha256) const;

    // Nothing is under way, neither here nor on the wire (tests).
    bool isIdle() const;

Q_SIGNALS:
    void taskAdded(const QString& id);
    void taskChanged(const QString& id);
    void taskRemoved(const QString& id);
    void tasksReordered();
    void serverChanged(const QString& profileId);
    // The report lies at record.reportPath (record.litePath where the ZIP has no lite report): parse it and call
    // setParsed(). Told again after a restart for a task that stood there.
    void reportFetched(const QString& id);
    // This profile's token would travel unencrypted to another machine. Its tasks wait until the analyst has agreed
    // (ProfileStore::allowClearText()) or the address is another one.
    void tokenInClear(const QString& profileId);
    // The database could not be written (what happens next may be forgotten by a crash), or may not be.
    void storeFailed(const core::Error& error);
    // What became of tasks that could not be read, in words for the analyst.
    void warned(const QString& warning);
    // It was opened, or could not be: problem().
    void opened();

private:
    friend class TaskFollower;
    friend class GroupLook;

    // For followers.
    void save(const QList<TaskRecord>& records);
    void changed(const TaskRecord& record); // saves and tells
    // What looks at all tasks of this one's server at once; null where that is not worth it or not offered (grouplook.cpp).
    GroupLook* groupLook(const TaskRecord& record);
    // The record that follows this task of the server; null when none does.
    const TaskRecord* claimer(const QString& profileId, qint64 serverTaskId) const;
    // Records for the further tasks that one submission was answered with, saved together with it.
    void addSiblings(const TaskRecord& record, const QList<qint64>& taskIds);
    QString reportFolder(const QString& id) const;
    // Its server may still be asked to reboot the machine of this task: until then the task must stay there.
    bool awaitsReboot(const TaskRecord& record) const;
    // The task's place among those of ours that this server works on (0: its oldest), and how many they are.
    std::pair<int, int> rank(const TaskRecord& record) const;
    void replan(const QString& profileId);
    // A request with the token of this serial was refused: the server's tasks wait for another (tokengate.cpp).
    void refuseToken(const QString& profileId, int serial);
    // There may be another one: they go on.
    void takeToken(const QString& profileId);
    QList<TaskFollower*> followersOf(const QString& profileId) const;

    std::shared_ptr<TaskRecord> find(const QString& id) const { return m_records.value(id); }
    // The record, to be changed; null, which is told, where nothing may be.
    std::shared_ptr<TaskRecord> editable(const QString& id);
    core::Result<void> load(const core::Result<QList<TaskRecord>>& records);
    core::Error notOpen(const QString& profileId) const;
    core::Result<QString> begin(TaskRecord record);
    void insert(const TaskRecord& record);
    void follow(const QString& id);
    void unfollow(const QString& id);
    void restart(const QString& id);
    void endHere(TaskRecord& record);
    void onProfilesChanged();
    // Submissions that this server has nothing of go to the next of theirs.
    void leaveServer(const QString& profileId);
    bool offersReboot(const TaskRecord& record) const;
    void addReboot(const TaskRecord& record);
    void wake(const QString& id);

    ProfileStore* m_profiles;
    CredentialStore* m_credentials;
    QueueFolder m_folder;
    std::shared_ptr<Clock> m_clock;
    const bool m_waitsForTokens;
    TokenGate m_tokens;
    std::shared_ptr<SampleStore> m_samples; // shared with hashing threads
    QList<QString> m_order;
    QHash<QString, std::shared_ptr<TaskRecord>> m_records;
    QHash<QString, TaskFollower*> m_followers;
    QHash<QString, ServerLink*> m_links;
    QHash<QString, QPointer<GroupLook>> m_looks; // children of the links
    QHash<QString, QPointer<ServerProbe>> m_probes; // children of the links
};

} // namespace net
