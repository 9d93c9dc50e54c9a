// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bundle/importable.h"
#include "net/connection.h"

namespace net {

// An Assemblyline to send results to. The API key is not part of it: see CredentialStore.
struct AssemblylineProfile : Connection {
    QString user; // to whom the API key belongs
    QString classification; // of what is sent; empty: the result's own
    QString submitter; // as the submission names it; empty: the user
    QString description; // of the submission; empty: one made from the sample's name
    core::bundle::Target target = core::bundle::Target::Current;
    bool withSample = false; // the sample's bytes go along
    QString safelist; // the file with its own safelist; empty: the one that the service suggests

    friend bool operator==(const AssemblylineProfile&, const AssemblylineProfile&) = default;
};

// A profile with a new id.
AssemblylineProfile newAssemblylineProfile(const QString& name, const QUrl& url);

QJsonObject toJson(const AssemblylineProfile& profile);
// BadInput when there is no usable URL; a missing or wrong-typed member takes its default.
core::Result<AssemblylineProfile> assemblylineProfileFromJson(const QJsonObject& json);

// What is typed as an Assemblyline's address, made a URL: api/v4 and what follows are cut off, https is assumed.
core::Result<QUrl> assemblylineUrl(const QString& typed);

// The web interface's page of a submission.
QUrl submissionLink(const AssemblylineProfile& profile, const QString& sid);

} // namespace net
