// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/submit/dropcontent.h"
#include "ui/submit/submissionplan.h"

#include <QDialog>
#include <QHash>

class QGroupBox;
class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QTableView;

namespace ui {

class EmptyState;
class ParametersForm;
class SampleListModel;
class TonedLabel;

// What to submit, where and how: the samples with what stands against them, the servers, the choices, and exactly what
// will be sent.
class SubmitDialog : public QDialog {
    Q_OBJECT
public:
    explicit SubmitDialog(const Backend& backend, QWidget* parent = nullptr);

    void addContent(const DropContent& content);
    void accept() override;

Q_SIGNALS:
    void openReportRequested(const QString& path);
    void profilesRequested();

private:
    QWidget* makeSampleArea();
    QWidget* makeServerArea();
    QWidget* makePreviewArea();
    void fillServers();
    void askForMachines(const QString& profileId);
    void askForFiles();
    void askForLinks();
    void removeSelected();
    void openInstead();
    void serversChanged();
    void updatePlan();
    void remember();
    void recall();
    QStringList checkedProfiles() const;
    QList<SubmitServer> chosenServers() const;

    Backend m_backend;
    QHash<QString, QList<net::Machine>> m_machines; // by profile, once they are known
    SubmissionPlan m_plan;
    SampleListModel* m_samples;
    QTableView* m_sampleView;
    QPushButton* m_openInstead;
    QListWidget* m_servers;
    ParametersForm* m_form;
    QPlainTextEdit* m_preview;
    TonedLabel* m_problem;
    QPushButton* m_submit;
};

} // namespace ui
