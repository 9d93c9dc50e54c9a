// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/poolprobe.h"
#include "ui/backend.h"

#include <QHash>
#include <QWidget>

class QListWidget;
class QMenu;
class QRadioButton;

namespace ui {

// The servers to submit to, and whether each of them or the best one of them gets a sample.
class ServerChoice : public QWidget {
    Q_OBJECT
public:
    explicit ServerChoice(const Backend& backend, QWidget* parent = nullptr);

    int count() const;
    QStringList checkedIds() const;
    void check(const QStringList& profileIds);
    // Those that are checked, with what is known of them by now.
    QList<net::PoolMember> chosen() const;
    // The best one of those that are checked, as the service chooses; with one server there is no choice.
    bool isPool() const;
    void setPool(bool pool);

Q_SIGNALS:
    void changed();
    void profilesRequested();
    void failed(const QString& problem);

private:
    void fill();
    void showStates();
    QString stateText(const QString& profileId) const;
    void itemChanged();
    void ask(const QString& profileId);
    QWidget* makeFoot();
    QMenu* makeSettingsMenu();
    void askForSettings();

    Backend m_backend;
    QHash<QString, net::PoolProbe*> m_probes; // by profile, once it was checked
    QListWidget* m_list;
    QWidget* m_shares;
    QRadioButton* m_each;
    QRadioButton* m_best;
};

} // namespace ui
