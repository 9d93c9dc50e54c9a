// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <string_view>

namespace demo::story {

// One end of a conversation.
struct End {
    std::string_view ip;
    int port;
};

enum TcpFlag : unsigned char { Fin = 1, Syn = 2, Reset = 4, Push = 8, Acknowledge = 16 };

// Ethernet frames with right lengths and checksums.
QByteArray udpFrame(const End& from, const End& to, const QByteArray& payload);
QByteArray tcpFrame(
    const End& from, const End& to, quint32 sequence, quint32 acknowledged, int flags, const QByteArray& payload = {});

// A question for an A record, and its answer; no address: the name does not exist.
QByteArray dnsQuestion(quint16 id, std::string_view name);
QByteArray dnsAnswer(quint16 id, std::string_view name, std::string_view ip);

// The records of a TLS 1.2 handshake: the client's first, with the name it asks for, and the server's.
QByteArray tlsClientHello(std::string_view name, quint64 seed);
QByteArray tlsServerHello(quint64 seed);
// Bytes that stand for `plain`, encrypted.
QByteArray tlsApplicationData(const QByteArray& plain, quint64 seed);

} // namespace demo::story
