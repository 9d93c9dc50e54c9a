// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/taskqueue.h"

#include <QAbstractButton>

namespace ui {

// One server: a dot that says whether it answers, its name, its queue, its free machines and the requests left.
class ServerChip : public QAbstractButton {
    Q_OBJECT
public:
    explicit ServerChip(const QString& name, QWidget* parent = nullptr);

    void setState(const net::ServerState& state);
    // What the server does not allow, one sentence each.
    void setRestrictions(const QStringList& sentences);
    const net::ServerState& state() const { return m_state; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString facts() const;
    void describe();

    QString m_name;
    net::ServerState m_state;
    QStringList m_restrictions;
};

} // namespace ui
