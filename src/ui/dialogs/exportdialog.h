// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bundle/bundlewriter.h"
#include "core/report/report.h"
#include "core/result/analysisresult.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace ui {

class BundleFields;
class TonedLabel;

// What of a report's result to write for Assemblyline, and into which folder. The folder and the choices are
// remembered. Writing goes on off the UI thread; the dialog closes when all is written.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    // `ownCopy` opens the workbench's copy of the sample; null where it has none.
    ExportDialog(core::ReportPtr report, core::AnalysisResultPtr result, const QString& sha256,
        core::bundle::OpenSample ownCopy, QWidget* parent = nullptr);

    void accept() override;
    void reject() override;

Q_SIGNALS:
    void exported(const QStringList& paths);

private:
    void makeChoices(QLayout* layout);
    void recall();
    void chooseFolder();
    void updateState();
    QString pathOf(int kind) const;
    void showProblem(const QString& text);
    void finish(const core::Result<QStringList>& written);
    QString summary() const;

    core::AnalysisResultPtr m_result;
    QString m_sha256;
    QList<QCheckBox*> m_choices; // in the order of ExportKinds
    BundleFields* m_bundle;
    QLineEdit* m_folder;
    TonedLabel* m_problem;
    QPushButton* m_export;
    bool m_isWriting = false;
};

} // namespace ui
