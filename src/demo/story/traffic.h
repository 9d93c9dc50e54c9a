// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/story/cast.h"
#include "demo/story/places.h"

#include "core/json/value.h"

#include <QByteArray>
#include <QDateTime>

#include <vector>

namespace demo::story {

// Everything below is in milliseconds since the analysis began; addresses of the guest are Traffic::guest.

// A question to the resolver; no answer: the name does not exist.
struct Lookup {
    qint64 at;
    int port;
    Host host;
    bool exists = true;
    Role asker;
};

// One request and its answer over a connection of its own.
struct Exchange {
    qint64 at;
    int port; // the guest's
    Host host;
    bool isTls = false;
    std::string method;
    std::string path;
    std::string userAgent;
    QByteArray sent; // the request's body
    QByteArray received; // the answer's
    std::string contentType;
    Role client;
};

// A connection that nobody takes.
struct Attempt {
    qint64 at;
    int port;
    Host host;
};

// A datagram without an answer that matters.
struct Datagram {
    qint64 at;
    int port;
    std::string_view ip;
    int toPort;
    QByteArray payload;
};

struct Traffic {
    std::string guest;
    std::vector<Lookup> lookups;
    std::vector<Exchange> exchanges;
    std::vector<Attempt> attempts;
    std::vector<Datagram> datagrams;
};

Traffic makeTraffic(const std::string& guest, const QByteArray& loader);

// A request or answer as it stands in http_ex, and in the packets of an unencrypted exchange.
QByteArray requestHead(const Exchange& exchange);
QByteArray responseHead(const Exchange& exchange);

// The capture of the traffic, and where in it each conversation begins.
struct Capture {
    QByteArray bytes;
    struct Place {
        qint64 offset;
        double time; // seconds since the first packet
    };
    std::vector<Place> lookups, exchanges, attempts, datagrams;
};

Capture capture(const Traffic& traffic, const QDateTime& start);

// The report's `network` and `suricata` sections.
core::json::Object networkSection(const Traffic& traffic, const Capture& capture, const QDateTime& start);
core::json::Object suricataSection(const Traffic& traffic, const QDateTime& start);

} // namespace demo::story
