// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/story/traffic.h"

#include "demo/story/chance.h"

namespace demo::story {

namespace {

constexpr auto PowerShellAgent = "Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1.19041.1";
constexpr auto BeaconAgent = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36";
constexpr int Beacons = 6;
constexpr qint64 FirstBeacon = 78'000;
constexpr qint64 BeaconPause = 15'000;

QByteArray noise(std::uint64_t seed, int size)
{
    Chance chance(seed);
    QByteArray bytes;
    for (int i = 0; i < size; ++i) {
        bytes.append(char(chance.below(256)));
    }
    return bytes;
}

Exchange beacon(int number)
{
    Exchange beacon{.at = FirstBeacon + number * BeaconPause,
        .port = 49760 + number * 3,
        .host = CommandHost,
        .isTls = true,
        .method = number == 0 ? "POST" : "GET",
        .path = std::string(CommandPath) + (number == 0 ? "" : "?id=4f3a9c1e&n=" + std::to_string(number)),
        .userAgent = BeaconAgent,
        .sent = {},
        .received = noise(std::uint64_t(900 + number), 48).toBase64(),
        .contentType = "text/plain",
        .client = Role::Explorer};
    if (number == 0) {
        beacon.sent = "d=" + noise(17, 240).toBase64(QByteArray::Base64UrlEncoding);
    }
    return beacon;
}

Datagram nameBroadcast()
{
    // A NetBIOS registration of the name WORKGROUP, as every Windows sends it.
    QByteArray payload = QByteArray::fromHex("a1f22910000100000000000120464845504643454c4548464345504646464143414341"
                                             "43414341434141410000200001c00c002000010004930000068000");
    return {5200, 137, "192.0.2.255", 137, payload};
}

Datagram timeQuestion()
{
    QByteArray payload(48, '\0');
    payload[0] = 0x23;
    return {7400, 123, Gateway, 123, payload};
}

} // namespace

Traffic makeTraffic(const std::string& guest, const QByteArray& loader)
{
    Traffic traffic;
    traffic.guest = guest;
    traffic.lookups = {
        {.at = 5900, .port = 52811, .host = CheckHost, .asker = Role::Opener},
        {.at = 16750, .port = 60144, .host = DownloadHost, .asker = Role::PowerShell},
        {.at = 51800, .port = 57302, .host = AddressHost, .asker = Role::Explorer},
        {.at = 77850, .port = 61977, .host = CommandHost, .asker = Role::Explorer},
        {.at = 99600, .port = 50266, .host = DeadHost, .exists = false, .asker = Role::Explorer},
    };
    traffic.exchanges = {
        {.at = 5960,
            .port = 49688,
            .host = CheckHost,
            .method = "GET",
            .path = CheckPath,
            .userAgent = "Microsoft NCSI",
            .sent = {},
            .received = "Connected\r\n",
            .contentType = "text/plain",
            .client = Role::Opener},
        {.at = 16820,
            .port = 49712,
            .host = DownloadHost,
            .method = "GET",
            .path = DownloadPath,
            .userAgent = PowerShellAgent,
            .sent = {},
            .received = loader,
            .contentType = "application/octet-stream",
            .client = Role::PowerShell},
        {.at = 51860,
            .port = 49741,
            .host = AddressHost,
            .method = "GET",
            .path = AddressPath,
            .userAgent = BeaconAgent,
            .sent = {},
            .received = "192.0.2.105\n",
            .contentType = "text/plain",
            .client = Role::Explorer},
    };
    for (int i = 0; i < Beacons; ++i) {
        traffic.exchanges.push_back(beacon(i));
    }
    for (int i = 0; i < 3; ++i) {
        traffic.attempts.push_back({100'000 + i * 9000, 49801 + i, DeadHost});
    }
    traffic.datagrams = {nameBroadcast(), timeQuestion()};
    return traffic;
}

QByteArray requestHead(const Exchange& exchange)
{
    std::string head = exchange.method + ' ' + exchange.path + " HTTP/1.1\r\nHost: " + std::string(exchange.host.name)
        + "\r\nUser-Agent: " + exchange.userAgent + "\r\nAccept: */*\r\nConnection: Keep-Alive\r\n";
    if (!exchange.sent.isEmpty()) {
        head += "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + std::to_string(exchange.sent.size()) + "\r\n";
    }
    return QByteArray::fromStdString(head + "\r\n");
}

QByteArray responseHead(const Exchange& exchange)
{
    return QByteArray::fromStdString("HTTP/1.1 200 OK\r\nServer: nginx\r\nContent-Type: " + exchange.contentType
        + "\r\nContent-Length: " + std::to_string(exchange.received.size()) + "\r\nConnection: close\r\n\r\n");
}

} // namespace demo::story
