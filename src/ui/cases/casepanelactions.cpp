// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with cases and analyses.
#include "ui/cases/casefilter.h"
#include "ui/cases/casepanel.h"
#include "ui/cases/casestore.h"
#include "ui/cases/casetreemodel.h"
#include "ui/cases/notefield.h"
#include "ui/dialogs/filepicker.h"
#include "ui/settings.h"
#include "ui/text/safetext.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTreeView>

namespace ui {

QAction* CasePanel::addCaseAction(
    QStringView iconName, const QString& text, const QKeySequence& shortcut, void (CasePanel::*slot)())
{
    auto* action = new QAction(icon(iconName), text, this);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, slot);
    m_view->addAction(action);
    m_actions.append(action);
    return action;
}

void CasePanel::makeActions()
{
    m_open = addCaseAction(u"report", tr("&Open the analysis"), {}, &CasePanel::openSelected);
    m_file = addCaseAction(u"folder", tr("&Move to a case\u2026"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D),
        &CasePanel::fileSelected);
    m_rename = addCaseAction(u"edit", tr("&Rename the case"), QKeySequence(Qt::Key_F2), &CasePanel::renameCurrent);
    m_editNote = addCaseAction(u"notes", tr("Edit the &note"), QKeySequence(Qt::Key_F4), &CasePanel::editNote);
    m_copyHash = addCaseAction(u"copy", tr("Copy the &hash"), QKeySequence::Copy, &CasePanel::copyHashes);
    m_remove
        = addCaseAction(u"trash", tr("Remove &from the library"), QKeySequence::Delete, &CasePanel::removeSelected);
    m_undo = addCaseAction(u"retry", tr("&Undo the removal"), QKeySequence::Undo, &CasePanel::undo);
    m_undo->setIconText(tr("Undo"));
}

QList<core::Analysis> CasePanel::selectedAnalyses() const
{
    QList<core::Analysis> analyses;
    for (const QModelIndex& index : m_view->selectionModel()->selectedIndexes()) {
        const auto analysis = m_store.analyses().constFind(index.data(CaseTreeModel::IdRole).toLongLong());
        if (!index.data(CaseTreeModel::IsCaseRole).toBool() && analysis != m_store.analyses().cend()) {
            analyses << *analysis;
        }
    }
    return analyses;
}

QList<qint64> CasePanel::selectedCases() const
{
    QList<qint64> cases;
    for (const QModelIndex& index : m_view->selectionModel()->selectedIndexes()) {
        const qint64 id = index.data(CaseTreeModel::IdRole).toLongLong();
        if (index.data(CaseTreeModel::IsCaseRole).toBool() && id != 0) {
            cases << id;
        }
    }
    return cases;
}

QModelIndex CasePanel::currentRow() const
{
    const QModelIndexList selected = m_view->selectionModel()->selectedIndexes();
    return selected.size() == 1 ? selected.constFirst() : QModelIndex();
}

void CasePanel::updateActions()
{
    const QList<core::Analysis> analyses = selectedAnalyses();
    const QList<qint64> cases = selectedCases();
    m_open->setEnabled(!analyses.isEmpty());
    m_file->setEnabled(!analyses.isEmpty());
    m_rename->setEnabled(cases.size() == 1 && analyses.isEmpty());
    m_editNote->setEnabled(cases.size() + analyses.size() == 1);
    m_copyHash->setEnabled(
        std::ranges::any_of(analyses, [](const core::Analysis& analysis) { return !analysis.sha256.isEmpty(); }));
    m_remove->setEnabled(!cases.isEmpty() || !analyses.isEmpty());
    m_undo->setEnabled(!m_store.undoText().isEmpty());
}

void CasePanel::activate(const QModelIndex& index)
{
    if (index.data(CaseTreeModel::IsCaseRole).toBool()) {
        m_view->setExpanded(index, !m_view->isExpanded(index));
    } else {
        openSelected();
    }
}

void CasePanel::openSelected()
{
    for (const core::Analysis& analysis : selectedAnalyses()) {
        if (QFileInfo(analysis.path).isFile()) {
            Q_EMIT openRequested(analysis.path, 0);
        } else {
            m_store.checkFiles(); // so that the rows say it as well
            askWhere(analysis);
        }
    }
}

void CasePanel::askWhere(const core::Analysis& analysis)
{
    QMessageBox* box = safeMessageBox(window(), tr("The report of %1 is not there any more.").arg(analysis.name),
        tr("It was %1. Show where it is now, or let the library forget the analysis.").arg(analysis.path));
    box->setIcon(QMessageBox::Question);
    QPushButton* find = box->addButton(tr("Locate\u2026"), QMessageBox::AcceptRole);
    const QPushButton* forget = box->addButton(tr("Forget it"), QMessageBox::DestructiveRole);
    box->setDefaultButton(find); // loses nothing
    box->setEscapeButton(box->addButton(tr("Keep"), QMessageBox::RejectRole));
    connect(find, &QPushButton::clicked, this, [this, analysis] { locate(analysis); });
    connect(forget, &QPushButton::clicked, this, [this, id = analysis.id] { m_store.remove({}, {id}); });
    box->open();
}

void CasePanel::locate(const core::Analysis& analysis)
{
    pickFiles(window(), tr("Where is the report of %1?").arg(safeText(analysis.name)),
        Settings::text(Setting::LastOpenFolder), tr("CAPE reports (*.json *.json.gz *.zip);;All files (*)"),
        [this, id = analysis.id](const QStringList& paths) {
            Settings::set(Setting::LastOpenFolder, QFileInfo(paths.constFirst()).absolutePath());
            Q_EMIT openRequested(paths.constFirst(), id);
        });
}

void CasePanel::newCase()
{
    m_searchField->clear();
    m_store.addCase(tr("New case"), {}, [this](qint64 id) { editName(id); });
}

void CasePanel::editName(qint64 caseId)
{
    const QModelIndex row = m_filter->mapFromSource(m_model->caseIndex(caseId));
    if (!row.isValid()) {
        return;
    }
    showCase(caseId);
    m_view->setCurrentIndex(row);
    m_view->scrollTo(row);
    m_view->setFocus(Qt::OtherFocusReason);
    m_view->edit(row);
}

void CasePanel::renameCurrent()
{
    if (const QList<qint64> cases = selectedCases(); cases.size() == 1) {
        editName(cases.constFirst());
    }
}

void CasePanel::offerCases(
    const QPoint& place, bool withNone, const std::function<void(qint64 caseId)>& choose)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("cases"));
    for (const core::Case& one : m_store.sortedCases()) {
        menu->addAction(icon(u"folder"), safeLabel(one.name), this, [choose, id = one.id] { choose(id); });
    }
    menu->addSeparator();
    if (withNone) {
        menu->addAction(icon(u"clock"), tr("In no case"), this, [choose] { choose(0); });
    }
    menu->addAction(icon(u"add"), tr("New case"), this, [this, choose] {
        m_searchField->clear();
        m_store.addCase(tr("New case"), {}, [this, choose](qint64 id) {
            choose(id);
            editName(id);
        });
    });
    menu->popup(place);
}

void CasePanel::fileSelected()
{
    QList<qint64> ids;
    bool isFiled = false;
    for (const core::Analysis& analysis : selectedAnalyses()) {
        ids << analysis.id;
        isFiled = isFiled || analysis.caseId != 0;
    }
    if (ids.isEmpty()) {
        return;
    }
    const QRect row = m_view->visualRect(m_view->currentIndex());
    offerCases(m_view->viewport()->mapToGlobal(row.bottomLeft()), isFiled,
        [this, ids](qint64 caseId) { m_store.move(ids, caseId); });
}

void CasePanel::editNote()
{
    const QModelIndex row = currentRow();
    const qint64 id = row.data(CaseTreeModel::IdRole).toLongLong();
    const bool isCase = row.data(CaseTreeModel::IsCaseRole).toBool();
    if (!row.isValid() || id == 0) {
        return;
    }
    m_note->edit(tr("Note on %1").arg(row.data().toString()), row.data(CaseTreeModel::NoteRole).toString(),
        [this, id, isCase](const QString& note) {
            if (isCase) {
                m_store.setCaseNote(id, note);
            } else {
                m_store.setAnalysisNote(id, note);
            }
            inspect();
        });
}

void CasePanel::copyHashes()
{
    QStringList hashes;
    for (const core::Analysis& analysis : selectedAnalyses()) {
        if (!analysis.sha256.isEmpty()) {
            hashes << analysis.sha256;
        }
    }
    QGuiApplication::clipboard()->setText(hashes.join(QLatin1Char('\n')));
}

void CasePanel::removeSelected()
{
    QList<qint64> analyses;
    for (const core::Analysis& analysis : selectedAnalyses()) {
        analyses << analysis.id;
    }
    m_store.remove(selectedCases(), analyses);
}

void CasePanel::undo()
{
    m_store.undo();
}

} // namespace ui
