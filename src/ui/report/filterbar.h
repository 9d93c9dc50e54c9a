// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "ui/report/navigation.h"

#include <QWidget>

class QHBoxLayout;

namespace ui {

// The report's filters as chips that can be closed; hidden while there are none.
class FilterBar : public QWidget {
    Q_OBJECT
public:
    explicit FilterBar(QWidget* parent = nullptr);

    const ReportFilters& filters() const { return m_filters; }
    void setFilters(const ReportFilters& filters);
    // Whose axis the filter on time is on.
    void setReport(core::ReportPtr report);

Q_SIGNALS:
    void filtersChanged(const ui::ReportFilters& filters);

private:
    void rebuild();
    void addChip(const QString& text, const ReportFilters& without);

    core::ReportPtr m_report;
    ReportFilters m_filters;
    QHBoxLayout* m_chips;
};

} // namespace ui
