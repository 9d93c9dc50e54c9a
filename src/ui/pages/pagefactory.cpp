// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/pagefactory.h"

#include "ui/pages/processespage.h"

namespace ui {

QList<ReportPage*> makeReportPages(QWidget* parent)
{
    return {new ProcessesPage(parent)};
}

} // namespace ui
