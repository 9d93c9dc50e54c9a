// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/capetypes.h"
#include "net/credentials.h"
#include "net/profile.h"

#include <QWidget>

class QPushButton;
class QTableView;

namespace net {
class ServerLink;
class ServerProbe;
} // namespace net

namespace ui {

class ProbeModel;
class TonedLabel;

// "Test connection": asks the server for everything that the workbench uses and shows what it allows.
class ProbePanel : public QWidget {
    Q_OBJECT
public:
    explicit ProbePanel(QWidget* parent = nullptr);

    // With the queue's link to the same server, the test waits for that one's limit.
    void start(const net::Profile& profile, const net::Credentials& credentials, net::ServerLink* limit);
    void clear();

Q_SIGNALS:
    // The analyst trusts the certificate that was seen.
    void pinRequested(const QByteArray& sha256);
    void machinesFound(const QList<net::Machine>& machines);

private:
    void showReport(bool finished);
    QString summary(bool finished) const;

    net::ServerProbe* m_probe = nullptr;
    ProbeModel* m_model;
    QTableView* m_table;
    TonedLabel* m_summary;
    QPushButton* m_pin;
    bool m_pinned = false;
};

} // namespace ui
