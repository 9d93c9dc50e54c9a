// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/profilestore.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>

namespace net {

namespace {

constexpr qint64 MaxFileSize = 4 * 1024 * 1024;
constexpr QLatin1StringView ProfilesKey("profiles"), FormatKey("format"), Format("cape-workbench-profiles-1");

struct Document {
    QList<Profile> profiles;
    QJsonObject unknown;
    QStringList refused; // names of entries without a usable address
};

core::Result<Document> readDocument(const QByteArray& bytes)
{
    QJsonParseError parsed;
    const QJsonDocument json = QJsonDocument::fromJson(bytes, &parsed);
    if (!json.isObject() || !json.object().value(ProfilesKey).isArray())
        return std::unexpected(core::Error{core::ErrorCode::BadJson,
            QCoreApplication::translate("ProfileStore", "This file does not hold connection profiles."),
            parsed.error == QJsonParseError::NoError ? QString() : parsed.errorString()});
    Document document;
    document.unknown = json.object();
    const QJsonArray entries = document.unknown.take(ProfilesKey).toArray();
    for (const QJsonValue& entry : entries) {
        if (const auto profile = profileFromJson(entry.toObject()))
            document.profiles.append(*profile);
        else
            document.refused.append(entry.toObject().value(QLatin1StringView("name")).toString());
    }
    return document;
}

QByteArray writeDocument(const QList<Profile>& profiles, QJsonObject document)
{
    QJsonArray entries;
    for (const Profile& profile : profiles)
        entries.append(toJson(profile));
    document[FormatKey] = Format;
    document[ProfilesKey] = entries;
    return QJsonDocument(document).toJson(QJsonDocument::Indented);
}

core::Result<void> writeFile(const QString& path, const QByteArray& bytes)
{
    const auto failed = [](const QString& reason) {
        return std::unexpected(core::Error{core::ErrorCode::CannotWrite,
            QCoreApplication::translate("ProfileStore", "The connection profiles could not be saved."), reason});
    };
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return failed(path);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failed(file.errorString());
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(bytes);
    if (!file.commit())
        return failed(file.errorString());
    return {};
}

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

bool has(const QList<Profile>& profiles, QString Profile::* member, const QString& value)
{
    return std::ranges::find(profiles, value, member) != profiles.end();
}

core::Error unknownProfile(const QString& id)
{
    return {core::ErrorCode::NotFound, QCoreApplication::translate("ProfileStore", "This profile no longer exists."), id};
}

} // namespace

ProfileStore::ProfileStore(const QString& file, QObject* parent)
    : QObject(parent)
    , m_file(file)
{
    load();
}

QString ProfileStore::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/profiles.json");
}

std::optional<Profile> ProfileStore::profile(const QString& id) const
{
    const auto found = std::ranges::find(m_profiles, id, &Profile::id);
    return found == m_profiles.end() ? std::nullopt : std::optional(*found);
}

std::optional<Profile> ProfileStore::profileNamed(const QString& name) const
{
    const auto found = std::ranges::find(m_profiles, name, &Profile::name);
    return found == m_profiles.end() ? std::nullopt : std::optional(*found);
}

void ProfileStore::load()
{
    QFile file(m_file);
    if (!file.exists())
        return;
    if (!file.open(QIODevice::ReadOnly)) {
        m_warning = tr("The connection profiles in %1 could not be read: %2").arg(m_file, file.errorString());
        return;
    }
    const QByteArray bytes = file.read(MaxFileSize + 1);
    file.close();
    const auto document = readDocument(bytes);
    if (!document || bytes.size() > MaxFileSize) {
        moveAside(document ? tr("it is too large") : document.error().detail);
        return;
    }
    m_unknown = document->unknown;
    for (Profile profile : document->profiles) {
        if (profile.id.isEmpty() || has(m_profiles, &Profile::id, profile.id))
            profile.id = newId();
        m_profiles.append(profile);
    }
    // The entries that cannot be used would be lost by the next save, so the whole file is kept beside it.
    if (!document->refused.isEmpty())
        moveAside(tr("these have no usable address: %1").arg(document->refused.join(QStringLiteral(", "))));
    if (!document->refused.isEmpty() && !m_profiles.isEmpty())
        (void)writeFile(m_file, writeDocument(m_profiles, m_unknown));
}

void ProfileStore::moveAside(const QString& reason)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    const QString aside = QStringLiteral("%1.broken-%2").arg(m_file, stamp);
    if (QFile::rename(m_file, aside))
        m_warning = tr("The connection profiles could not all be read (%1). The file was kept as %2.").arg(reason, aside);
    else
        m_warning = tr("The connection profiles in %1 could not all be read: %2").arg(m_file, reason);
}

core::Result<void> ProfileStore::commit(QList<Profile> profiles)
{
    if (const auto written = writeFile(m_file, writeDocument(profiles, m_unknown)); !written)
        return written;
    m_profiles = std::move(profiles);
    Q_EMIT changed();
    return {};
}

QString ProfileStore::freeName(const QString& wanted, const QList<Profile>& among) const
{
    const QString base = wanted.isEmpty() ? tr("Server") : wanted;
    QString name = base;
    for (int number = 2; has(among, &Profile::name, name); ++number)
        name = tr("%1 (%2)").arg(base).arg(number);
    return name;
}

core::Result<QString> ProfileStore::add(Profile profile)
{
    if (profile.id.isEmpty() || has(m_profiles, &Profile::id, profile.id))
        profile.id = newId();
    profile.name = freeName(profile.name, m_profiles);
    if (const auto done = commit(m_profiles + QList{profile}); !done)
        return std::unexpected(done.error());
    return profile.id;
}

core::Result<void> ProfileStore::update(const Profile& profile)
{
    QList<Profile> profiles = m_profiles;
    const auto found = std::ranges::find(profiles, profile.id, &Profile::id);
    if (found == profiles.end())
        return std::unexpected(unknownProfile(profile.id));
    const qsizetype index = found - profiles.begin();
    QList<Profile> others = profiles;
    others.removeAt(index);
    profiles[index] = profile;
    profiles[index].name = freeName(profile.name, others);
    return commit(profiles);
}

core::Result<QString> ProfileStore::duplicate(const QString& id)
{
    auto copy = profile(id);
    if (!copy)
        return std::unexpected(unknownProfile(id));
    copy->id.clear();
    return add(*copy);
}

core::Result<void> ProfileStore::remove(const QString& id)
{
    QList<Profile> profiles = m_profiles;
    if (profiles.removeIf([&](const Profile& profile) { return profile.id == id; }) == 0)
        return std::unexpected(unknownProfile(id));
    return commit(profiles);
}

QByteArray ProfileStore::exportJson(const QStringList& ids) const
{
    QList<Profile> chosen;
    for (const Profile& profile : m_profiles)
        if (ids.isEmpty() || ids.contains(profile.id))
            chosen.append(profile);
    return writeDocument(chosen, {});
}

core::Result<QStringList> ProfileStore::importJson(const QByteArray& json)
{
    const auto document = readDocument(json);
    if (!document)
        return std::unexpected(document.error());
    QList<Profile> profiles = m_profiles;
    QStringList ids;
    for (Profile profile : document->profiles) {
        if (profile.id.isEmpty() || has(profiles, &Profile::id, profile.id))
            profile.id = newId();
        profile.name = freeName(profile.name, profiles);
        profile.unknown.remove(QLatin1StringView("token"));
        profiles.append(profile);
        ids.append(profile.id);
    }
    if (const auto done = commit(profiles); !done)
        return std::unexpected(done.error());
    return ids;
}

} // namespace net
