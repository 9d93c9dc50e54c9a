// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"

#include "net/assemblylineprofile.h"

#include <QDialog>

#include <memory>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace net {
class AssemblylineClient;
struct UserView;
} // namespace net

namespace ui {

class TonedLabel;

// The fields of one Assemblyline to send to, with its API key. What is accepted is saved.
class DestinationDialog : public QDialog {
    Q_OBJECT
public:
    // An empty id starts a new destination.
    DestinationDialog(const Backend& backend, const QString& id, QWidget* parent = nullptr);
    ~DestinationDialog() override;

    void accept() override;
    // Escape and the window's cross ask first where something was entered.
    void reject() override;
    // Asks the server, with what is entered, who the key belongs to.
    void testConnection();

Q_SIGNALS:
    void saved(const QString& id);

private:
    void makeFields();
    QWidget* makeSafelistRow();
    void fill();
    core::Result<net::AssemblylineProfile> entered() const;
    void save(const net::AssemblylineProfile& profile);
    void showRemarks();
    void showProblem(const core::Error& error);
    void showUser(const net::UserView& user);
    void endTest();

    Backend m_backend;
    net::AssemblylineProfile m_profile;
    bool m_isNew;
    bool m_isChanged = false; // by the analyst
    QLineEdit* m_name;
    QLineEdit* m_url;
    QLineEdit* m_user;
    QLineEdit* m_apiKey;
    QLineEdit* m_classification;
    QLineEdit* m_submitter;
    QLineEdit* m_description;
    QLineEdit* m_pin;
    QComboBox* m_target;
    QCheckBox* m_withSample;
    QLineEdit* m_safelist;
    TonedLabel* m_remark;
    TonedLabel* m_problem;
    TonedLabel* m_outcome;
    QPushButton* m_test;
    QPushButton* m_trust;
    QString m_proxyPassword; // of a profile whose file gives a proxy
    QByteArray m_certificate; // that the server showed last
    std::unique_ptr<net::AssemblylineClient> m_client; // while a test is under way
};

// The choice between Assemblylines before and since the SANDBOX body; an item's data is the core::bundle::Target.
QComboBox* makeTargetBox(QWidget* parent);

} // namespace ui
