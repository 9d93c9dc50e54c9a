// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/casestore.h"

#include "core/cases/analysisfacts.h"
#include "core/report/samplename.h"

#include <QFileInfo>
#include <QStandardPaths>
#include <QtConcurrentRun>

#include <algorithm>

namespace ui {

namespace {

core::Result<core::CaseContents> openLibrary(
    std::unique_ptr<core::CaseLibrary>& library, const QString& file, core::Access access)
{
    library.reset();
    auto opened = access == core::Access::ReadOnly ? core::CaseLibrary::openReadOnly(file)
                                                   : core::CaseLibrary::open(file);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    auto contents = (*opened)->contents();
    if (contents) {
        library = std::move(*opened);
    }
    return contents;
}

core::Result<core::Analysis> rememberSource(
    core::CaseLibrary& library, const CaseStore::Source& source, std::optional<qint64> caseId)
{
    core::Analysis analysis = core::analysisOf(*source.report, source.result.get());
    analysis.id = source.place.id;
    analysis.path = source.place.path;
    if (!source.place.profileId.isEmpty()) {
        analysis.profileId = source.place.profileId;
        analysis.server = source.place.server;
        analysis.taskId = source.place.taskId;
    }
    if (analysis.sha256.isEmpty()) {
        analysis.sha256 = source.place.sha256;
    }
    if (core::isSandboxNameOf(analysis.name, source.place.name)) {
        analysis.name = source.place.name;
    } else if (analysis.name.isEmpty()) {
        analysis.name = source.place.name.isEmpty() ? QFileInfo(analysis.path).fileName() : source.place.name;
    }
    auto kept = library.remember(analysis, core::searchTerms(*source.report, source.result.get()));
    if (kept && caseId && kept->caseId != *caseId) {
        if (const auto moved = library.move({kept->id}, *caseId); !moved) {
            return std::unexpected(moved.error());
        }
        kept->caseId = *caseId;
    }
    return kept;
}

} // namespace

bool comesBefore(const core::Case& a, const core::Case& b)
{
    const int order = QString::localeAwareCompare(a.name.toCaseFolded(), b.name.toCaseFolded());
    return order != 0 ? order < 0 : a.id < b.id;
}

CaseStore::CaseStore(const QString& file, QObject* parent, core::Access access)
    : QObject(parent)
    , m_file(file)
    , m_access(access)
    , m_library(std::make_shared<std::unique_ptr<core::CaseLibrary>>())
{
    m_thread.setMaxThreadCount(1);
    m_thread.setExpiryTimeout(-1);
}

CaseStore::~CaseStore()
{
    m_thread.start([library = m_library] { library->reset(); });
    m_thread.waitForDone(); // a few writes, each a matter of milliseconds
}

QString CaseStore::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/cases.sqlite");
}

template <typename Work, typename Done>
void CaseStore::ask(Work work, Done done)
{
    using Answer = std::invoke_result_t<Work, core::CaseLibrary&>;
    QtConcurrent::run(&m_thread, [library = m_library, work = std::move(work)]() -> std::optional<Answer> {
        return *library ? std::optional<Answer>(work(**library)) : std::nullopt; // the failed opening was told
    }).then(this, [this, done = std::move(done)](const std::optional<Answer>& answer) {
        if (!answer) {
            return;
        }
        if (*answer) {
            done(**answer);
        } else {
            fail(answer->error());
        }
    });
}

template <typename Work>
void CaseStore::write(Work work)
{
    if (m_access == core::Access::ReadOnly) {
        return fail(core::readOnlyError());
    }
    ask([work = std::move(work)](core::CaseLibrary& library)
            -> core::Result<bool> { return work(library).transform([] { return true; }); },
        [](bool) {});
}

void CaseStore::open()
{
    QtConcurrent::run(&m_thread,
        [library = m_library, file = m_file, access = m_access] { return openLibrary(*library, file, access); })
        .then(this, [this](const core::Result<core::CaseContents>& contents) { take(contents); });
}

void CaseStore::startAnew()
{
    if (m_access == core::Access::ReadOnly) {
        return fail(core::readOnlyError());
    }
    QtConcurrent::run(&m_thread, [library = m_library, file = m_file]() -> core::Result<core::CaseContents> {
        library->reset();
        if (const auto aside = core::Database::setAside(file); !aside) {
            return std::unexpected(aside.error());
        }
        return openLibrary(*library, file, core::Access::ReadWrite);
    }).then(this, [this](const core::Result<core::CaseContents>& contents) { take(contents); });
}

void CaseStore::take(const core::Result<core::CaseContents>& contents)
{
    m_cases.clear();
    m_analyses.clear();
    m_missing.clear();
    m_removed = {};
    if (contents) {
        for (const core::Case& one : contents->cases) {
            m_cases.insert(one.id, one);
        }
        for (const core::Analysis& analysis : contents->analyses) {
            m_analyses.insert(analysis.id, analysis);
        }
    }
    m_state = contents ? State::Ready : State::Failed;
    m_error = contents ? core::Error{} : contents.error();
    Q_EMIT reloaded();
    Q_EMIT stateChanged();
    Q_EMIT undoChanged();
    checkFiles();
}

void CaseStore::fail(const core::Error& error)
{
    Q_EMIT failed(error);
    ask([](core::CaseLibrary& library) { return core::Result<core::Result<core::CaseContents>>(library.contents()); },
        [this](const core::Result<core::CaseContents>& contents) { take(contents); });
}

QList<core::Case> CaseStore::sortedCases() const
{
    QList<core::Case> sorted = m_cases.values();
    std::ranges::sort(sorted, comesBefore);
    return sorted;
}

bool CaseStore::isFiled(const QString& path) const
{
    return std::ranges::any_of(m_analyses,
        [&path](const core::Analysis& analysis) { return analysis.caseId != 0 && analysis.path == path; });
}

void CaseStore::addCase(
    const QString& name, const QList<qint64>& analyses, const std::function<void(qint64 id)>& done)
{
    if (m_access == core::Access::ReadOnly) {
        return fail(core::readOnlyError());
    }
    ask(
        [name, analyses](core::CaseLibrary& library) -> core::Result<core::Case> {
            const auto made = library.addCase(name);
            if (made && !analyses.isEmpty()) {
                if (const auto moved = library.move(analyses, made->id); !moved) {
                    return std::unexpected(moved.error());
                }
            }
            return made;
        },
        [this, analyses, done](const core::Case& made) {
            m_cases.insert(made.id, made);
            Q_EMIT caseSet(made.id);
            for (const qint64 id : analyses) {
                if (const auto analysis = m_analyses.find(id); analysis != m_analyses.end()) {
                    analysis->caseId = made.id;
                    Q_EMIT analysisSet(id);
                }
            }
            done(made.id);
        });
}

void CaseStore::rename(qint64 caseId, const QString& name)
{
    const auto one = m_cases.find(caseId);
    if (one == m_cases.end() || one->name == name || name.trimmed().isEmpty()) {
        return;
    }
    one->name = name.trimmed();
    Q_EMIT caseSet(caseId);
    write([changed = *one](core::CaseLibrary& library) { return library.updateCase(changed); });
}

void CaseStore::setCaseNote(qint64 caseId, const QString& note)
{
    const auto one = m_cases.find(caseId);
    if (one == m_cases.end() || one->note == note) {
        return;
    }
    one->note = note;
    Q_EMIT caseSet(caseId);
    write([changed = *one](core::CaseLibrary& library) { return library.updateCase(changed); });
}

void CaseStore::setAnalysisNote(qint64 analysisId, const QString& note)
{
    const auto analysis = m_analyses.find(analysisId);
    if (analysis == m_analyses.end() || analysis->note == note) {
        return;
    }
    analysis->note = note;
    Q_EMIT analysisSet(analysisId);
    write([changed = *analysis](core::CaseLibrary& library) { return library.updateAnalysis(changed); });
}

void CaseStore::move(const QList<qint64>& analyses, qint64 caseId)
{
    QList<qint64> moved;
    for (const qint64 id : analyses) {
        const auto analysis = m_analyses.find(id);
        if (analysis == m_analyses.end() || analysis->caseId == caseId) {
            continue;
        }
        analysis->caseId = caseId;
        moved << id;
        Q_EMIT analysisSet(id);
    }
    if (!moved.isEmpty()) {
        write([moved, caseId](core::CaseLibrary& library) { return library.move(moved, caseId); });
    }
}

void CaseStore::remove(const QList<qint64>& cases, const QList<qint64>& analyses)
{
    Removed removed;
    for (const qint64 id : analyses) {
        if (m_analyses.contains(id)) {
            removed.analyses << m_analyses.take(id);
            Q_EMIT analysisGone(id);
        }
    }
    for (const qint64 id : cases) {
        if (!m_cases.contains(id)) {
            continue;
        }
        for (core::Analysis& analysis : m_analyses) {
            if (analysis.caseId == id) {
                analysis.caseId = 0;
                removed.members[id] << analysis.id;
            }
        }
        for (const qint64 member : removed.members.value(id)) {
            Q_EMIT analysisSet(member);
        }
        removed.cases << m_cases.take(id);
        Q_EMIT caseGone(id);
    }
    if (removed.cases.isEmpty() && removed.analyses.isEmpty()) {
        return;
    }
    m_removed = removed;
    Q_EMIT undoChanged();
    write([cases, analyses](core::CaseLibrary& library) { return library.setRemoved(cases, analyses, true); });
}

void CaseStore::undo()
{
    const Removed removed = std::exchange(m_removed, {});
    QList<qint64> cases;
    QList<qint64> analyses;
    for (const core::Case& one : removed.cases) {
        cases << one.id;
        m_cases.insert(one.id, one);
        Q_EMIT caseSet(one.id);
        for (const qint64 member : removed.members.value(one.id)) {
            // One that was put elsewhere in the meantime stays there.
            if (const auto analysis = m_analyses.find(member); analysis != m_analyses.end() && analysis->caseId == 0) {
                analysis->caseId = one.id;
                Q_EMIT analysisSet(member);
            }
        }
    }
    for (const core::Analysis& analysis : removed.analyses) {
        analyses << analysis.id;
        m_analyses.insert(analysis.id, analysis);
        Q_EMIT analysisSet(analysis.id);
    }
    Q_EMIT undoChanged();
    write([cases, analyses](core::CaseLibrary& library) { return library.setRemoved(cases, analyses, false); });
}

QString CaseStore::undoText() const
{
    const qsizetype count = m_removed.cases.size() + m_removed.analyses.size();
    if (count == 1) {
        const QString& name
            = m_removed.cases.isEmpty() ? m_removed.analyses.constFirst().name : m_removed.cases.constFirst().name;
        return tr("%1 removed").arg(name);
    }
    return count == 0 ? QString() : tr("%n removed", "cases and analyses", int(count));
}

void CaseStore::remember(const Source& source, std::optional<qint64> caseId, std::function<void()> kept)
{
    if (!source.report) {
        return;
    }
    if (m_access == core::Access::ReadOnly) {
        return caseId ? fail(core::readOnlyError()) : void();
    }
    ask([source, caseId](core::CaseLibrary& library) { return rememberSource(library, source, caseId); },
        [this, caseId, wanted = source.place.id, kept = std::move(kept)](core::Analysis analysis) {
            // What the analyst has set since is on its way to the library.
            if (const auto known = m_analyses.constFind(analysis.id); known != m_analyses.cend()) {
                analysis.caseId = caseId.value_or(known->caseId);
                analysis.note = known->note;
            }
            takeKept(analysis, wanted);
            if (kept) {
                kept();
            }
        });
}

void CaseStore::takeKept(const core::Analysis& kept, qint64 wantedId)
{
    // A twin that was removed a moment ago makes room in the library: it does not come back.
    if (m_removed.analyses.removeIf([&](const core::Analysis& gone) { return gone.sha256 == kept.sha256; }) > 0) {
        Q_EMIT undoChanged();
    }
    m_missing.remove(kept.id);
    m_analyses.insert(kept.id, kept);
    Q_EMIT analysisSet(kept.id);
    if (wantedId != 0 && kept.id != wantedId) {
        Q_EMIT foundAnother(wantedId);
    }
}

void CaseStore::search(const QString& words)
{
    ask([words](core::CaseLibrary& library) { return library.search(words); },
        [this, number = ++m_search](const core::CaseMatches& matches) {
            if (number == m_search) {
                Q_EMIT searched(matches);
            }
        });
}

void CaseStore::checkFiles()
{
    QHash<qint64, QString> paths;
    for (const core::Analysis& analysis : std::as_const(m_analyses)) {
        paths.insert(analysis.id, analysis.path);
    }
    QtConcurrent::run(&m_thread, [paths] {
        QSet<qint64> missing;
        for (const auto& [id, path] : paths.asKeyValueRange()) {
            if (!QFileInfo(path).isFile()) {
                missing.insert(id);
            }
        }
        return missing;
    }).then(this, [this](const QSet<qint64>& missing) { setMissing(missing); });
}

void CaseStore::setMissing(const QSet<qint64>& missing)
{
    const QSet<qint64> before = std::exchange(m_missing, missing);
    for (const qint64 id : (before - missing) + (missing - before)) {
        if (m_analyses.contains(id)) {
            Q_EMIT analysisSet(id);
        }
    }
}

} // namespace ui
