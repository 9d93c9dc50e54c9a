// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/submit/dropcontent.h"
#include "ui/submit/submissionplan.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;
class QTimer;

namespace ui {

class ExportsPanel;
class Fold;
class KnownTasksPanel;
class ParametersForm;
class PresetBar;
class SampleArea;
class SampleListModel;
class ServerChoice;
class TonedLabel;

// What to submit, where and how: the samples with what stands against them, the servers, the choices, and exactly what
// will be sent.
class SubmitDialog : public QDialog {
    Q_OBJECT
public:
    explicit SubmitDialog(const Backend& backend, QWidget* parent = nullptr);

    // Takes what has been sorted; its files are looked at in the background.
    void addContent(const DropContent& content);
    void accept() override;
    // Escape and the window's cross ask first while there are samples in it.
    void reject() override;

Q_SIGNALS:
    void openReportRequested(const QString& path);
    void profilesRequested();

private:
    QWidget* makeHowArea();
    QWidget* makePreviewArea();
    void connectParts();
    void openInstead();
    void showExports();
    void serversChanged();
    void updatePlan();
    void samplesChanged();
    QStringList obstacles() const;
    QStringList refusedSamples() const;
    void remember();
    void recall();

    Backend m_backend;
    SubmissionPlan m_plan;
    const std::size_t m_chance; // among servers that are equal
    QTimer* m_soon; // many samples are looked at: the plan follows now and then
    QString m_notice; // about what was added
    SampleListModel* m_samples;
    SampleArea* m_sampleArea;
    KnownTasksPanel* m_known;
    ServerChoice* m_servers;
    PresetBar* m_presets;
    ParametersForm* m_form;
    Fold* m_exportsFold;
    ExportsPanel* m_exports;
    int m_dllRow = -1; // the sample whose exports are shown
    QString m_exportsOf; // its path
    QPlainTextEdit* m_preview;
    TonedLabel* m_problem;
    QPushButton* m_submit;
};

} // namespace ui
