// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <QWidget>

class QVBoxLayout;

namespace ui {

// The malware families that a report names, each with where it is named; the names that scanners give the sample; and
// what the payloads are.
class DetectionsPanel : public QWidget {
    Q_OBJECT
public:
    explicit DetectionsPanel(QWidget* parent = nullptr);
    void setReport(const core::Report& report);

private:
    void showFamilies(const core::Report& report);
    void showScanners(const core::FileInfo& sample);
    void showPayloads(const core::Report& report);

    QVBoxLayout* m_layout;
};

} // namespace ui
