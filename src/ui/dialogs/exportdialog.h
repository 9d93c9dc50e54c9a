// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "core/result/analysisresult.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace ui {

class TonedLabel;

// What of a report's result to write for Assemblyline, and into which folder. The folder and the choice are remembered.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    ExportDialog(
        core::ReportPtr report, core::AnalysisResultPtr result, const QString& sha256, QWidget* parent = nullptr);

    void accept() override;

Q_SIGNALS:
    void exported(const QStringList& paths);

private:
    void makeChoices(QLayout* layout);
    void recall();
    void chooseFolder();
    void updateState();
    QString pathOf(int kind) const;
    QString summary() const;

    core::ReportPtr m_report;
    core::AnalysisResultPtr m_result;
    QString m_sha256;
    QList<QCheckBox*> m_choices; // in the order of ExportKinds
    QLineEdit* m_folder;
    TonedLabel* m_problem;
    QPushButton* m_export;
};

} // namespace ui
