// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/poolprobe.h"
#include "net/serverprobe.h"
#include "ui/backend.h"

#include <QHash>
#include <QWidget>

class QListWidget;
class QListWidgetItem;
class QMenu;
class QRadioButton;

namespace ui {

// The servers to submit to, and whether each of them or the best one of them gets a sample. One that takes nothing of
// what is to be submitted, because that is switched off there, is greyed out and gets nothing.
class ServerChoice : public QWidget {
    Q_OBJECT
public:
    explicit ServerChoice(const Backend& backend, QWidget* parent = nullptr);

    int count() const;
    // What there is to submit.
    void setContent(bool hasFiles, bool hasUrls);
    // Those that get it.
    QStringList checkedIds() const;
    // The same with those that were chosen and are greyed out.
    QStringList wishedIds() const;
    // Why servers that were chosen get nothing, in words.
    QStringList refusals() const;
    // What will not work with those that get something, in words.
    QStringList remarks() const;
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
    void showState(QListWidgetItem* item);
    QString stateText(const QString& profileId) const;
    // What is switched off there of all this.
    QList<net::ProbeItem> switchedOff(const QString& profileId, const QStringList& functions) const;
    bool takesNothing(const QString& profileId) const;
    void itemChanged(QListWidgetItem* item);
    void choiceChanged();
    void ask(const QString& profileId);
    void askAgain();
    QWidget* makeFoot();
    QMenu* makeSettingsMenu();
    void askForSettings();

    Backend m_backend;
    QHash<QString, net::PoolProbe*> m_probes; // by profile, once it was checked
    QListWidget* m_list;
    QWidget* m_shares;
    QRadioButton* m_each;
    QRadioButton* m_best;
    QStringList m_needed; // functions of a server, one for each kind of what there is to submit
};

} // namespace ui
