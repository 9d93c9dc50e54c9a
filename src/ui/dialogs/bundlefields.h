// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bundle/bundlewriter.h"
#include "core/report/report.h"
#include "core/result/analysisresult.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace ui {

class TonedLabel;

// What a bundle that is exported says beside the result, and what of the result cannot go into its tags. The choices
// are remembered; the sample's file is not.
class BundleFields : public QWidget {
    Q_OBJECT
public:
    // `ownCopy` opens the workbench's copy of the sample; null where it has none.
    BundleFields(core::ReportPtr report, core::AnalysisResultPtr result, core::bundle::OpenSample ownCopy,
        QWidget* parent = nullptr);

    core::bundle::Options options() const;
    void remember() const;

private:
    void recall();
    void chooseSample();
    void updateSample();
    void findLeftOut();
    void showLeftOut(const std::vector<core::bundle::LeftOut>& items);

    core::ReportPtr m_report;
    core::AnalysisResultPtr m_result;
    core::bundle::OpenSample m_ownCopy;
    QLineEdit* m_classification;
    QLineEdit* m_submitter;
    QLineEdit* m_description;
    QComboBox* m_target;
    QCheckBox* m_withSample;
    QLineEdit* m_sample;
    TonedLabel* m_leftOutTitle;
    QPlainTextEdit* m_leftOut;
};

} // namespace ui
