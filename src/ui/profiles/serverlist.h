// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/profile.h"

#include <QListWidget>

namespace ui {

// The servers by name, each row with the id of its profile.
class ServerList : public QListWidget {
    Q_OBJECT
public:
    explicit ServerList(QWidget* parent = nullptr);

    // Keeps the selection where that server is still there, and tells nobody.
    void fill(const QList<net::Profile>& profiles);
    // Empty where no server is selected.
    QString selectedId() const;
    // No row for an id that is not there.
    void select(const QString& profileId);
};

} // namespace ui
