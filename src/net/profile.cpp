// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/profile.h"

#include <QUuid>

namespace net {

namespace {

constexpr QLatin1StringView TokenKey("token_key"), DefaultRoute("default_route"), DefaultMachine("default_machine"),
    DeleteAfterFetch("delete_after_fetch"), UploadLimit("upload_limit"), MaxUploads("max_uploads"),
    TimeLimit("time_limit_s"), MoreTries("late_submissions"), ConnectionAttempts("connection_attempts"),
    RebootSupported("reboot_supported"), InternetConnected("internet_connected"), InetsimConnected("inetsim_connected");

constexpr AddressRule CapeAddress{QLatin1StringView("/apiv2"), QLatin1StringView("http")};

} // namespace

Profile newProfile(const QString& name, const QUrl& url)
{
    Profile profile;
    profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    profile.name = name;
    profile.url = url;
    return profile;
}

QJsonObject toJson(const Profile& profile)
{
    QJsonObject json = writeConnection(profile);
    json[TokenKey] = profile.tokenKey;
    json[DefaultRoute] = profile.defaultRoute;
    json[DefaultMachine] = profile.defaultMachine;
    json[DeleteAfterFetch] = profile.deleteAfterFetch;
    json[UploadLimit] = profile.uploadLimit;
    json[MaxUploads] = profile.maxUploads;
    json[TimeLimit] = profile.timeLimitSeconds;
    json[MoreTries] = profile.moreTries;
    json[ConnectionAttempts] = profile.connectionAttempts;
    json[RebootSupported] = profile.rebootSupported;
    json[InternetConnected] = profile.internetConnected;
    json[InetsimConnected] = profile.inetsimConnected;
    return json;
}

core::Result<Profile> profileFromJson(const QJsonObject& json)
{
    MemberReader reader(json);
    Profile profile;
    if (const auto read = readConnection(profile, reader, CapeAddress); !read) {
        return std::unexpected(read.error());
    }
    profile.tokenKey = reader.text(TokenKey, profile.tokenKey);
    profile.defaultRoute = reader.text(DefaultRoute);
    profile.defaultMachine = reader.text(DefaultMachine);
    profile.deleteAfterFetch = reader.flag(DeleteAfterFetch, profile.deleteAfterFetch);
    profile.uploadLimit = reader.number(UploadLimit, profile.uploadLimit, 1, 1LL << 40);
    profile.maxUploads = int(reader.number(MaxUploads, profile.maxUploads, 1, 16));
    profile.timeLimitSeconds = int(reader.number(TimeLimit, profile.timeLimitSeconds, 0, 1'000'000));
    profile.moreTries = int(reader.number(MoreTries, profile.moreTries, 0, 100));
    profile.connectionAttempts = int(reader.number(ConnectionAttempts, profile.connectionAttempts, 1, 100));
    profile.rebootSupported = reader.flag(RebootSupported, profile.rebootSupported);
    profile.internetConnected = reader.flag(InternetConnected, profile.internetConnected);
    profile.inetsimConnected = reader.flag(InetsimConnected, profile.inetsimConnected);
    profile.unknown = reader.rest();
    return profile;
}

core::Result<QUrl> serverUrl(const QString& typed)
{
    return serverUrl(typed, CapeAddress);
}

bool sendsTokenInClear(const Profile& profile)
{
    return sendsSecretInClear(profile);
}

bool hasSameTransport(const Profile& a, const Profile& b)
{
    return hasSameTransport(static_cast<const Connection&>(a), static_cast<const Connection&>(b))
        && a.tokenKey == b.tokenKey;
}

} // namespace net
