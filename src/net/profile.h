// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/connection.h"

namespace net {

// How to reach one CAPE server. The token is not part of it: see CredentialStore.
struct Profile : Connection {
    QString tokenKey = QStringLiteral("Token"); // the word before the token in the Authorization header
    QString defaultRoute;
    QString defaultMachine;
    bool deleteAfterFetch = false;
    qint64 uploadLimit = 30'000'000; // bytes; the server's own default
    int maxUploads = 2; // at once
    int timeLimitSeconds = 800; // for one task, from the start of its analysis; 0: none. The service's own limit.
    int moreTries = 0; // submissions made by themselves of a task that took longer; the service makes 2
    int connectionAttempts = 3; // without an answer, before a submission goes to its next server
    bool rebootSupported = false; // the server offers tasks/reboot
    bool internetConnected = true; // routes that the server offers, for choosing a server
    bool inetsimConnected = true;

    friend bool operator==(const Profile&, const Profile&) = default;
};

// A profile with a new id.
Profile newProfile(const QString& name, const QUrl& url);

QJsonObject toJson(const Profile& profile);
// BadInput when there is no usable URL; a missing or wrong-typed member takes its default.
core::Result<Profile> profileFromJson(const QJsonObject& json);

// What is typed as a CAPE server's address, made a URL: apiv2 and what follows are cut off.
core::Result<QUrl> serverUrl(const QString& typed);

// True when a token would travel unencrypted to another machine.
bool sendsTokenInClear(const Profile& profile);

// As for connections; the word before the token is part of the way as well.
bool hasSameTransport(const Profile& a, const Profile& b);

} // namespace net
