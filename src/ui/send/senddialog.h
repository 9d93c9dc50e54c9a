// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"

#include "core/report/report.h"
#include "core/result/analysisresult.h"
#include "net/assemblylinesender.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace ui {

class DestinationDialog;
class TonedLabel;

// Sends a report's result to an Assemblyline: where, as what, with or without the sample; then how it goes, and the
// link to what arrived with what was left out of its tags.
class SendDialog : public QDialog {
    Q_OBJECT
public:
    SendDialog(
        const Backend& backend, core::ReportPtr report, core::AnalysisResultPtr result, QWidget* parent = nullptr);

    // Where the report lies, to be converted anew for an Assemblyline with a safelist of its own.
    void setReportPath(const QString& path) { m_reportPath = path; }
    // What goes to that Assemblyline, as the fields have it.
    net::Delivery delivery(const net::AssemblylineProfile& profile) const;
    void send();
    void reject() override;

private:
    QWidget* makeDestinationRow();
    void makeFields();
    void fillDestinations();
    void takeDefaults();
    DestinationDialog* editDestination(const QString& id);
    void askToRemove();
    void chooseSample();
    void updateState();
    void showStep();
    void showOutcome();
    QString destinationId() const;

    Backend m_backend;
    core::ReportPtr m_report;
    core::AnalysisResultPtr m_result;
    QString m_reportPath;
    net::AssemblylineSender* m_sender;
    core::bundle::OpenSample m_ownCopy; // of the queue; null where it has none
    QComboBox* m_destination;
    QPushButton* m_edit;
    QPushButton* m_remove;
    QLineEdit* m_classification;
    QLineEdit* m_description;
    QComboBox* m_target;
    QLineEdit* m_sample;
    QCheckBox* m_withSample;
    QCheckBox* m_analyse;
    QWidget* m_fields;
    QProgressBar* m_progress;
    TonedLabel* m_status;
    QPlainTextEdit* m_notes;
    QPushButton* m_open;
    QPushButton* m_openAnalysis;
    QPushButton* m_send;
};

} // namespace ui
