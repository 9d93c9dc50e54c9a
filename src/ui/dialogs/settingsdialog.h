// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace ui {

// The user's settings. A change counts with OK.
class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    explicit SettingsDialog(QWidget* parent = nullptr);

    void accept() override;

private:
    void makeFields();
    void chooseFolder();

    QComboBox* m_scheme;
    QComboBox* m_contrast;
    QComboBox* m_language;
    QCheckBox* m_confirmDelete;
    QCheckBox* m_confirmCancel;
    QCheckBox* m_notify;
    QCheckBox* m_reopen;
    QLineEdit* m_exportFolder;
};

} // namespace ui
