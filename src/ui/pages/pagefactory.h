// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace ui {

class ReportPage;

// The pages of a report, in the order of the page list; the parent owns them.
QList<ReportPage*> makeReportPages(QWidget* parent);

} // namespace ui
