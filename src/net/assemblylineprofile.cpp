// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/assemblylineprofile.h"

#include <QUuid>

namespace net {

namespace {

using core::bundle::Target;

constexpr QLatin1StringView User("user"), Classification("classification"), Submitter("submitter"),
    Description("description"), TargetKey("target"), WithSample("with_sample"), BeforeSandbox("before_4.7"), Safelist("safelist");

constexpr AddressRule AssemblylineAddress{QLatin1StringView("/api/v4"), QLatin1StringView("https")};

} // namespace

AssemblylineProfile newAssemblylineProfile(const QString& name, const QUrl& url)
{
    AssemblylineProfile profile;
    profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    profile.name = name;
    profile.url = url;
    return profile;
}

QJsonObject toJson(const AssemblylineProfile& profile)
{
    QJsonObject json = writeConnection(profile);
    json[User] = profile.user;
    json[Classification] = profile.classification;
    json[Submitter] = profile.submitter;
    json[Description] = profile.description;
    json[TargetKey] = profile.target == Target::BeforeSandboxBody ? BeforeSandbox : QLatin1StringView("current");
    json[WithSample] = profile.withSample;
    json[Safelist] = profile.safelist;
    return json;
}

core::Result<AssemblylineProfile> assemblylineProfileFromJson(const QJsonObject& json)
{
    MemberReader reader(json);
    AssemblylineProfile profile;
    if (const auto read = readConnection(profile, reader, AssemblylineAddress); !read) {
        return std::unexpected(read.error());
    }
    profile.user = reader.text(User);
    profile.classification = reader.text(Classification);
    profile.submitter = reader.text(Submitter);
    profile.description = reader.text(Description);
    profile.target = reader.text(TargetKey) == BeforeSandbox ? Target::BeforeSandboxBody : Target::Current;
    profile.withSample = reader.flag(WithSample, profile.withSample);
    profile.safelist = reader.text(Safelist);
    profile.unknown = reader.rest();
    return profile;
}

core::Result<QUrl> assemblylineUrl(const QString& typed)
{
    return serverUrl(typed, AssemblylineAddress);
}

QUrl submissionLink(const AssemblylineProfile& profile, const QString& sid)
{
    QUrl link = profile.url;
    link.setPath(link.path() + QStringLiteral("/submission/detail/") + sid);
    return link;
}

} // namespace net
