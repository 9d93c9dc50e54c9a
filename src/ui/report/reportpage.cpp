// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportpage.h"

namespace ui {

ReportPage::ReportPage(QWidget* parent)
    : QWidget(parent)
{
    connect(
        this, &ReportPage::inspectorChanged, this, [this](const InspectorContent& content) { m_inspected = content; });
}

} // namespace ui
