// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/caselibrary.h"
#include "core/datalock.h"
#include "core/report/report.h"
#include "core/result/analysisresult.h"

#include <QObject>
#include <QThreadPool>

#include <functional>

namespace ui {

// The order in which cases are shown: by name.
bool comesBefore(const core::Case& a, const core::Case& b);

// The case library as the window has it: all of it in memory, changed there at once, and written in that order by a
// thread of its own. Each change is told for the thing that changed. Where a change could not be written, the store
// says so and goes back to what the library has.
class CaseStore : public QObject {
    Q_OBJECT
public:
    enum class State { Closed, Ready, Failed };

    // A report that was read, and where it came from.
    struct Source {
        core::ReportPtr report;
        core::AnalysisResultPtr result; // null: none yet, or none to be had
        // Path, and as far as known profileId, server, taskId; name and hash for a report that does not say them; id as
        // for CaseLibrary::remember().
        core::Analysis place;
    };

    // With ReadOnly every change is answered with core::readOnlyError(); only remember() is not worth a word then.
    explicit CaseStore(const QString& file = defaultFile(), QObject* parent = nullptr,
        core::Access access = core::Access::ReadWrite);
    // What was asked for before is written first.
    ~CaseStore() override;

    static QString defaultFile();

    // Reads the library; again after a failure.
    void open();
    // Moves a library that is damaged out of the way, and begins a new one.
    void startAnew();
    State state() const { return m_state; }
    const core::Error& error() const { return m_error; }

    const QHash<qint64, core::Case>& cases() const { return m_cases; }
    const QHash<qint64, core::Analysis>& analyses() const { return m_analyses; }
    // Whether the report of an analysis was not there when it was looked for.
    bool isMissing(qint64 analysisId) const { return m_missing.contains(analysisId); }
    // By name.
    QList<core::Case> sortedCases() const;
    // Whether an analysis with this report is in a case.
    bool isFiled(const QString& path) const;

    // `done` is given the new case's id, with the analyses in it.
    void addCase(const QString& name, const QList<qint64>& analyses, const std::function<void(qint64 id)>& done);
    void rename(qint64 caseId, const QString& name);
    void setCaseNote(qint64 caseId, const QString& note);
    void setAnalysisNote(qint64 analysisId, const QString& note);
    // 0: into no case.
    void move(const QList<qint64>& analyses, qint64 caseId);
    // The analyses of a removed case stay, in none. Report files are left alone.
    void remove(const QList<qint64>& cases, const QList<qint64>& analyses);
    // Brings back what was removed last.
    void undo();
    // What undo() would bring back, in words; empty where nothing.
    QString undoText() const;

    // Takes a report in, or brings what is known of it up to date; into a case where one is given. `kept` is called
    // once that is on disk.
    void remember(
        const Source& source, std::optional<qint64> caseId = std::nullopt, std::function<void()> kept = {});
    // Answered by searched(); the newest search alone.
    void search(const QString& words);
    // Looks which reports are still there.
    void checkFiles();

Q_SIGNALS:
    void stateChanged();
    // All of it is new.
    void reloaded();
    // Added or changed; moved, where its case or name is another one.
    void caseSet(qint64 id);
    void caseGone(qint64 id);
    void analysisSet(qint64 id);
    void analysisGone(qint64 id);
    void undoChanged();
    void searched(const core::CaseMatches& matches);
    // The report that the analyst took for that of an analysis is of another sample.
    void foundAnother(qint64 analysisId);
    // Something was not written; the store has what the library has.
    void failed(const core::Error& error);

private:
    using Library = std::shared_ptr<std::unique_ptr<core::CaseLibrary>>;
    struct Removed {
        QList<core::Case> cases;
        QList<core::Analysis> analyses;
        QHash<qint64, QList<qint64>> members; // of the cases
    };

    // Runs `work` in the library's thread, and `done` here with what it gave; an error is told instead.
    template <typename Work, typename Done>
    void ask(Work work, Done done);
    template <typename Work>
    void write(Work work);
    void take(const core::Result<core::CaseContents>& contents);
    void takeKept(const core::Analysis& kept, qint64 wantedId);
    void fail(const core::Error& error);
    void setMissing(const QSet<qint64>& missing);

    QString m_file;
    core::Access m_access;
    QThreadPool m_thread; // of one thread: an SQLite connection belongs to the one that opened it
    Library m_library; // touched in that thread alone
    State m_state = State::Closed;
    core::Error m_error{};
    QHash<qint64, core::Case> m_cases;
    QHash<qint64, core::Analysis> m_analyses;
    QSet<qint64> m_missing;
    Removed m_removed;
    int m_search = 0; // the newest one
};

} // namespace ui
