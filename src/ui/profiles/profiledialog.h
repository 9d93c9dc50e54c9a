// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"

#include "net/profile.h"

#include <QDialog>

#include <functional>

class QPushButton;
class QStackedWidget;

namespace ui {

class ProbePanel;
class ProfileEditor;
class ServerList;
class TonedLabel;

// The connection profiles: a list, the fields of the selected one, and the test of its connection. A change is saved
// with "Save", never behind the analyst's back.
class ProfileDialog : public QDialog {
    Q_OBJECT
public:
    explicit ProfileDialog(const Backend& backend, QWidget* parent = nullptr);

    void select(const QString& profileId);
    // Starts a new profile.
    void add();
    ProfileEditor* editor() const { return m_editor; }
    // False when something is wrong, or when the analyst must first agree to send the token unencrypted.
    bool save();
    void testConnection();
    // Asks first what becomes of changes that are not saved.
    void reject() override;

private:
    QWidget* makeListArea();
    QWidget* makeEditorArea();
    void fillList();
    void selectionChanged();
    void showSelected();
    void startNew();
    void duplicate();
    // Goes on with `then` once what is entered is saved or given up; not at all where the analyst stays.
    void leave(std::function<void()> then);
    void askToRemove();
    void importProfiles();
    void exportProfiles();
    void importFrom(const QString& path);
    void exportTo(const QString& path);
    void showProblem(const QString& problem);
    void showKeychainState();
    void updateButtons();
    QString selectedId() const;
    void warnOfClearToken(const net::Profile& profile);
    bool store(const net::Profile& entered);

    Backend m_backend;
    bool m_isNew = false;
    bool m_isChanged = false; // by the analyst, and not saved
    QString m_shownId; // of the profile in the fields; empty for a new one
    std::function<void()> m_afterSave; // what waits for the save to succeed
    ServerList* m_list;
    QStackedWidget* m_areas;
    ProfileEditor* m_editor;
    ProbePanel* m_probe;
    TonedLabel* m_problem;
    TonedLabel* m_keychain;
    QPushButton* m_save;
    QPushButton* m_duplicate;
    QPushButton* m_remove;
    QPushButton* m_export;
};

} // namespace ui
