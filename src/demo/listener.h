// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QPointer>
#include <QTcpSocket>

namespace demo {

// A TCP or TLS server that remembers its connections by the client's port, so that the demo server can break one.
template <typename Base>
class Listener : public Base {
public:
    using Base::Base;

    QTcpSocket* nextPendingConnection() override
    {
        auto* socket = Base::nextPendingConnection();
        if (auto* tcp = static_cast<QTcpSocket*>(socket)) {
            m_connections.removeIf([](const auto& entry) { return entry.value().isNull(); });
            m_connections.insert(tcp->peerPort(), tcp);
        }
        return socket;
    }
    QTcpSocket* connection(quint16 peerPort) const { return m_connections.value(peerPort); }

private:
    QHash<quint16, QPointer<QTcpSocket>> m_connections;
};

} // namespace demo
