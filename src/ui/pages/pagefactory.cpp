// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/pagefactory.h"

#include "ui/report/reportpage.h"

namespace ui {

QList<ReportPage*> makeReportPages(QWidget*)
{
    return {};
}

} // namespace ui
