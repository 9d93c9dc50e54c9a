// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/case.h"

#include <QAbstractItemModel>

namespace ui {

class CaseStore;

// Cases by name with their analyses, the newest first, and at the end those that are in no case ("Recent"). Each change
// is told for its row alone; analyses move by drag from one case to another.
class CaseTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole, // qint64; of a case, 0 for "Recent"
        IsCaseRole,
        DetailRole, // the second line of an analysis
        ScoreRole, // qint64; not valid where there is none
        MissingRole, // the report file of the analysis is gone
        NoteRole,
        CountRole, // analyses of a case
    };

    explicit CaseTreeModel(CaseStore& store, QObject* parent = nullptr);

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
        const QModelIndex& parent) const override;
    bool dropMimeData(
        const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent) override;

    // Not valid where there is none.
    QModelIndex caseIndex(qint64 caseId) const;
    QModelIndex analysisIndex(qint64 analysisId) const;

private:
    struct Branch {
        qint64 caseId;
        QList<qint64> analyses; // by falling id
    };

    void reload();
    void setCase(qint64 id);
    void removeCase(qint64 id);
    void setAnalysis(qint64 id);
    void removeAnalysis(qint64 id);
    void insertAnalysis(qint64 id, qint64 caseId);
    void countChanged(qint64 caseId);
    // Where among the other cases this one belongs.
    int placeOf(const core::Case& one) const;
    int branchRow(qint64 caseId) const;
    bool isCase(const QModelIndex& index) const { return index.internalId() % 2 == 0; }
    qint64 idOf(const QModelIndex& index) const { return qint64(index.internalId() / 2); }
    QVariant caseData(qint64 id, int role) const;
    QVariant analysisData(qint64 id, int role) const;

    CaseStore& m_store;
    QList<Branch> m_branches;
    QHash<qint64, qint64> m_places; // analysis -> case
};

} // namespace ui
