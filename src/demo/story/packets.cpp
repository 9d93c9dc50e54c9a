// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/story/packets.h"

#include "demo/story/chance.h"

#include <QHostAddress>
#include <QtEndian>

namespace demo::story {

namespace {

constexpr unsigned char Tcp = 6;
constexpr unsigned char Udp = 17;

void put8(QByteArray& out, int value)
{
    out.append(char(value));
}

void put16(QByteArray& out, quint32 value)
{
    put8(out, int(value >> 8 & 0xff));
    put8(out, int(value & 0xff));
}

void put32(QByteArray& out, quint32 value)
{
    put16(out, value >> 16);
    put16(out, value & 0xffff);
}

quint32 address(std::string_view ip)
{
    return QHostAddress(QString::fromUtf8(ip.data(), qsizetype(ip.size()))).toIPv4Address();
}

// The internet checksum (RFC 1071).
quint16 checksum(const QByteArray& bytes)
{
    quint32 sum = 0;
    for (qsizetype i = 0; i < bytes.size(); i += 2) {
        const auto high = quint8(bytes[i]);
        const auto low = i + 1 < bytes.size() ? quint8(bytes[i + 1]) : quint8(0);
        sum += quint32(high) << 8 | low;
    }
    while (sum >> 16) {
        sum = (sum & 0xffff) + (sum >> 16);
    }
    return quint16(~sum);
}

QByteArray pseudoHeader(const End& from, const End& to, int protocol, qsizetype size)
{
    QByteArray header;
    put32(header, address(from.ip));
    put32(header, address(to.ip));
    put16(header, quint32(protocol));
    put16(header, quint32(size));
    return header;
}

QByteArray frame(const End& from, const End& to, int protocol, const QByteArray& segment)
{
    QByteArray ip;
    put16(ip, 0x4500);
    put16(ip, quint32(20 + segment.size()));
    put32(ip, 0x00004000); // no identification, do not fragment
    put16(ip, quint32(64 << 8 | protocol));
    put16(ip, 0);
    put32(ip, address(from.ip));
    put32(ip, address(to.ip));
    qToBigEndian<quint16>(checksum(ip), ip.data() + 10);
    // Locally administered hardware addresses that end in the address.
    QByteArray ethernet;
    for (const End* end : {&to, &from}) {
        put16(ethernet, 0x0200);
        put32(ethernet, address(end->ip));
    }
    put16(ethernet, 0x0800);
    return ethernet + ip + segment;
}

QByteArray noise(quint64 seed, qsizetype size)
{
    Chance chance(seed);
    QByteArray bytes;
    bytes.reserve(size);
    for (qsizetype i = 0; i < size; ++i) {
        bytes.append(char(chance.below(256)));
    }
    return bytes;
}

QByteArray record(int type, const QByteArray& content)
{
    QByteArray out;
    put8(out, type);
    put16(out, 0x0303);
    put16(out, quint32(content.size()));
    return out + content;
}

QByteArray handshake(int type, const QByteArray& content)
{
    QByteArray out;
    put32(out, quint32(type) << 24 | quint32(content.size()));
    return out + content;
}

QByteArray serverName(std::string_view name)
{
    const auto size = quint32(name.size());
    QByteArray out;
    put16(out, 0); // server_name
    put16(out, size + 5);
    put16(out, size + 3);
    put8(out, 0); // a host name
    put16(out, size);
    return out + QByteArray(name.data(), qsizetype(name.size()));
}

void putName(QByteArray& out, std::string_view name)
{
    const QList<QByteArray> labels = QByteArray(name.data(), qsizetype(name.size())).split('.');
    for (const QByteArray& label : labels) {
        put8(out, int(label.size()));
        out += label;
    }
    put8(out, 0);
}

QByteArray dnsMessage(quint16 id, int flags, int answers, std::string_view name)
{
    QByteArray out;
    put16(out, id);
    put16(out, quint32(flags));
    put16(out, 1);
    put16(out, quint32(answers));
    put32(out, 0);
    putName(out, name);
    put32(out, 0x00010001); // an address of the internet
    return out;
}

} // namespace

QByteArray udpFrame(const End& from, const End& to, const QByteArray& payload)
{
    QByteArray segment;
    put16(segment, quint32(from.port));
    put16(segment, quint32(to.port));
    put16(segment, quint32(8 + payload.size()));
    put16(segment, 0);
    segment += payload;
    const quint16 sum = checksum(pseudoHeader(from, to, Udp, segment.size()) + segment);
    qToBigEndian<quint16>(sum == 0 ? 0xffff : sum, segment.data() + 6);
    return frame(from, to, Udp, segment);
}

QByteArray tcpFrame(
    const End& from, const End& to, quint32 sequence, quint32 acknowledged, int flags, const QByteArray& payload)
{
    QByteArray segment;
    put16(segment, quint32(from.port));
    put16(segment, quint32(to.port));
    put32(segment, sequence);
    put32(segment, acknowledged);
    put16(segment, quint32(0x5000 | flags));
    put16(segment, 0xfaf0);
    put32(segment, 0);
    segment += payload;
    qToBigEndian<quint16>(checksum(pseudoHeader(from, to, Tcp, segment.size()) + segment), segment.data() + 16);
    return frame(from, to, Tcp, segment);
}

QByteArray dnsQuestion(quint16 id, std::string_view name)
{
    return dnsMessage(id, 0x0100, 0, name);
}

QByteArray dnsAnswer(quint16 id, std::string_view name, std::string_view ip)
{
    if (ip.empty()) {
        return dnsMessage(id, 0x8183, 0, name);
    }
    QByteArray out = dnsMessage(id, 0x8180, 1, name);
    put16(out, 0xc00c); // the name of the question
    put32(out, 0x00010001);
    put32(out, 300); // seconds it may be kept
    put16(out, 4);
    put32(out, address(ip));
    return out;
}

QByteArray tlsClientHello(std::string_view name, quint64 seed)
{
    QByteArray hello;
    put16(hello, 0x0303);
    hello += noise(seed, 32);
    put8(hello, 0); // no session
    put16(hello, 4);
    put32(hello, 0xc02fc030);
    put16(hello, 0x0100); // no compression
    const QByteArray extensions = serverName(name);
    put16(hello, quint32(extensions.size()));
    return record(22, handshake(1, hello + extensions));
}

QByteArray tlsServerHello(quint64 seed)
{
    QByteArray hello;
    put16(hello, 0x0303);
    hello += noise(seed, 32);
    put8(hello, 0);
    put16(hello, 0xc02f);
    put8(hello, 0);
    return record(22, handshake(2, hello)) + record(22, handshake(14, {}));
}

QByteArray tlsApplicationData(const QByteArray& plain, quint64 seed)
{
    return record(23, noise(seed, std::min<qsizetype>(plain.size() + 24, 16384)));
}

} // namespace demo::story
