// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result/analysisresult.h"

#include <QAbstractItemModel>

#include <unordered_map>

namespace ui {

// The sections of an Assemblyline result as a tree: title and the score of the section's heuristic.
class SectionTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { TitleColumn, ScoreColumn, ColumnCount };

    explicit SectionTreeModel(QObject* parent = nullptr);

    void setResult(core::AnalysisResultPtr result);
    const core::Section* section(const QModelIndex& index) const;
    int sectionCount() const { return int(m_places.size()); }
    // The first section of that title, else the first whose title holds the text.
    QModelIndex find(const QString& text) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Place {
        const core::Section* parent;
        int row;
    };

    const std::vector<core::Section>& below(const QModelIndex& parent) const;
    void place(const std::vector<core::Section>& sections, const core::Section* parent);

    core::AnalysisResultPtr m_result;
    std::unordered_map<const core::Section*, Place> m_places;
};

// The severity (0 to 5) under which Assemblyline's colours show a score: safe, informative, low, suspicious, highly
// suspicious, malicious.
int severityOfScore(qint64 score);
// The same for the score of a whole result, by Assemblyline's own steps: 300 is suspicious, 700 highly, 1000 malicious.
int severityOfTotal(qint64 score);

} // namespace ui
