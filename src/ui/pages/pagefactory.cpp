// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/pagefactory.h"

#include "ui/pages/assemblylinepage.h"
#include "ui/pages/jsonpage.h"
#include "ui/pages/networkpage.h"
#include "ui/pages/overviewpage.h"
#include "ui/pages/processespage.h"
#include "ui/pages/signaturespage.h"

namespace ui {

QList<ReportPage*> makeReportPages(QWidget* parent)
{
    return {new OverviewPage(parent), new ProcessesPage(parent), new NetworkPage(parent), new SignaturesPage(parent),
        new JsonPage(parent), new AssemblylinePage(parent)};
}

} // namespace ui
