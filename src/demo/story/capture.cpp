// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/story/packets.h"
#include "demo/story/traffic.h"

#include <QtEndian>

#include <algorithm>

namespace demo::story {

namespace {

constexpr qsizetype SegmentSize = 1400;

struct Packet {
    qint64 at;
    QByteArray frame;
    std::vector<Capture::Place>* place; // where a conversation begins; null for its other packets
    std::size_t index;
};

// Collects the packets of all conversations.
class Wire {
public:
    void add(qint64 at, const QByteArray& frame, std::vector<Capture::Place>* place = nullptr, std::size_t index = 0)
    {
        m_packets.push_back({at, frame, place, index});
    }
    QByteArray write(const QDateTime& start);

private:
    std::vector<Packet> m_packets;
};

void put32(QByteArray& out, quint32 value)
{
    char bytes[4];
    qToLittleEndian(value, bytes);
    out.append(bytes, 4);
}

QByteArray Wire::write(const QDateTime& start)
{
    std::ranges::stable_sort(m_packets, {}, &Packet::at);
    QByteArray out;
    put32(out, 0xa1b2c3d4);
    put32(out, 0x00040002); // version 2.4
    put32(out, 0);
    put32(out, 0);
    put32(out, 65535);
    put32(out, 1); // Ethernet
    for (const Packet& packet : m_packets) {
        if (packet.place) {
            (*packet.place)[packet.index] = {out.size(), double(packet.at - m_packets.front().at) / 1000};
        }
        const qint64 time = start.toMSecsSinceEpoch() + packet.at;
        put32(out, quint32(time / 1000));
        put32(out, quint32(time % 1000 * 1000));
        put32(out, quint32(packet.frame.size()));
        put32(out, quint32(packet.frame.size()));
        out += packet.frame;
    }
    return out;
}

// A connection from its first packet to its last.
class Connection {
public:
    Connection(Wire& wire, const End& client, const End& server, qint64 at)
        : m_wire(wire)
        , m_client(client)
        , m_server(server)
        , m_at(at)
        , m_sent(0x10000000U + quint32(client.port) * 4099)
        , m_received(0x50000000U + quint32(client.port) * 8191)
    {
    }

    void open(std::vector<Capture::Place>* place, std::size_t index)
    {
        m_wire.add(m_at, tcpFrame(m_client, m_server, m_sent, 0, Syn), place, index);
        m_wire.add(m_at += 21, tcpFrame(m_server, m_client, m_received, ++m_sent, Syn | Acknowledge));
        m_wire.add(m_at += 1, tcpFrame(m_client, m_server, m_sent, ++m_received, Acknowledge));
    }
    void send(const QByteArray& bytes) { transfer(m_client, m_server, m_sent, m_received, bytes); }
    void receive(const QByteArray& bytes) { transfer(m_server, m_client, m_received, m_sent, bytes); }
    void close()
    {
        m_wire.add(m_at += 3, tcpFrame(m_server, m_client, m_received, m_sent, Fin | Acknowledge));
        m_wire.add(m_at += 1, tcpFrame(m_client, m_server, m_sent, ++m_received, Fin | Acknowledge));
        m_wire.add(m_at += 20, tcpFrame(m_server, m_client, m_received, ++m_sent, Acknowledge));
    }

private:
    void transfer(const End& from, const End& to, quint32& sequence, quint32& other, const QByteArray& bytes)
    {
        for (qsizetype i = 0; i < bytes.size(); i += SegmentSize) {
            const QByteArray part = bytes.sliced(i, std::min(SegmentSize, bytes.size() - i));
            m_wire.add(m_at += 2, tcpFrame(from, to, sequence, other, Push | Acknowledge, part));
            sequence += quint32(part.size());
        }
        m_wire.add(m_at += 12, tcpFrame(to, from, other, sequence, Acknowledge));
    }

    Wire& m_wire;
    End m_client;
    End m_server;
    qint64 m_at;
    quint32 m_sent;
    quint32 m_received;
};

void addExchange(Wire& wire, const std::string& guest, const Exchange& exchange, std::vector<Capture::Place>* place,
    std::size_t index)
{
    Connection connection(wire, {guest, exchange.port}, {exchange.host.ip, exchange.host.port}, exchange.at);
    const QByteArray request = requestHead(exchange) + exchange.sent;
    const QByteArray response = responseHead(exchange) + exchange.received;
    const auto seed = quint64(exchange.port);
    connection.open(place, index);
    if (exchange.isTls) {
        connection.send(tlsClientHello(exchange.host.name, seed));
        connection.receive(tlsServerHello(seed + 1));
        connection.send(tlsApplicationData(request, seed + 2));
        connection.receive(tlsApplicationData(response, seed + 3));
    } else {
        connection.send(request);
        connection.receive(response);
    }
    connection.close();
}

} // namespace

Capture capture(const Traffic& traffic, const QDateTime& start)
{
    Wire wire;
    Capture capture;
    capture.lookups.resize(traffic.lookups.size());
    capture.exchanges.resize(traffic.exchanges.size());
    capture.attempts.resize(traffic.attempts.size());
    capture.datagrams.resize(traffic.datagrams.size());
    for (std::size_t i = 0; i < traffic.lookups.size(); ++i) {
        const Lookup& lookup = traffic.lookups[i];
        const End guest{traffic.guest, lookup.port};
        const End resolver{Gateway, 53};
        const auto id = quint16(0x1a00 + i);
        wire.add(lookup.at, udpFrame(guest, resolver, dnsQuestion(id, lookup.host.name)), &capture.lookups, i);
        const std::string_view ip = lookup.exists ? lookup.host.ip : std::string_view();
        wire.add(lookup.at + 18, udpFrame(resolver, guest, dnsAnswer(id, lookup.host.name, ip)));
    }
    for (std::size_t i = 0; i < traffic.exchanges.size(); ++i) {
        addExchange(wire, traffic.guest, traffic.exchanges[i], &capture.exchanges, i);
    }
    for (std::size_t i = 0; i < traffic.attempts.size(); ++i) {
        const Attempt& attempt = traffic.attempts[i];
        const QByteArray knock
            = tcpFrame({traffic.guest, attempt.port}, {attempt.host.ip, attempt.host.port}, 77, 0, Syn);
        wire.add(attempt.at, knock, &capture.attempts, i);
        wire.add(attempt.at + 3000, knock);
    }
    for (std::size_t i = 0; i < traffic.datagrams.size(); ++i) {
        const Datagram& datagram = traffic.datagrams[i];
        wire.add(datagram.at,
            udpFrame({traffic.guest, datagram.port}, {datagram.ip, datagram.toPort}, datagram.payload),
            &capture.datagrams, i);
    }
    capture.bytes = wire.write(start);
    return capture;
}

} // namespace demo::story
