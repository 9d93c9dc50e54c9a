// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/case.h"

#include <QSortFilterProxyModel>

namespace ui {

// The tree of cases narrowed to what a search found; the second line of an analysis then says what was found in it.
class CaseFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit CaseFilter(QObject* parent = nullptr);

    // Nothing: everything is shown.
    void setMatches(const std::optional<core::CaseMatches>& matches);
    bool isFiltering() const { return m_matches.has_value(); }

    QVariant data(const QModelIndex& index, int role) const override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    std::optional<core::CaseMatches> m_matches;
};

} // namespace ui
