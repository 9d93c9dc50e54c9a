// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/profiledocument.h"

#include "core/privatefile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUuid>

namespace net {

namespace {

constexpr qint64 MaxFileSize = 4 * 1024 * 1024;
constexpr QLatin1StringView ProfilesKey("profiles"), FormatKey("format");

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ProfileStore)
};

} // namespace

core::Result<ProfileDocument> parseProfiles(const QByteArray& bytes)
{
    QJsonParseError parsed;
    const QJsonDocument json = QJsonDocument::fromJson(bytes, &parsed);
    if (!json.isObject() || !json.object().value(ProfilesKey).isArray()) {
        return std::unexpected(
            core::Error{core::ErrorCode::BadJson, Words::tr("This file does not hold connection profiles."),
                parsed.error == QJsonParseError::NoError ? QString() : parsed.errorString()});
    }
    ProfileDocument document;
    document.unknown = json.object();
    const QJsonArray entries = document.unknown.take(ProfilesKey).toArray();
    for (const QJsonValue& entry : entries) {
        document.entries.append(entry.toObject());
    }
    return document;
}

QByteArray formatProfiles(const ProfileDocument& document, QLatin1StringView format)
{
    QJsonArray entries;
    for (const QJsonObject& entry : document.entries) {
        entries.append(entry);
    }
    QJsonObject json = document.unknown;
    json[FormatKey] = format;
    json[ProfilesKey] = entries;
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

core::Result<QByteArray> readProfileFile(const QString& path)
{
    QFile file(path);
    if (!file.exists()) {
        return QByteArray();
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return std::unexpected(core::Error{core::ErrorCode::CannotRead,
            Words::tr("The connection profiles in %1 could not be read: %2").arg(path, file.errorString()), {}});
    }
    const QByteArray bytes = file.read(MaxFileSize + 1);
    if (bytes.size() > MaxFileSize) {
        return std::unexpected(core::Error{core::ErrorCode::TooLarge, {}, Words::tr("it is too large")});
    }
    return bytes;
}

core::Result<void> saveProfileFile(const QString& path, const QByteArray& bytes)
{
    if (const auto saved = core::savePrivateFile(path, bytes); !saved) {
        return std::unexpected(core::Error{
            core::ErrorCode::CannotWrite, Words::tr("The connection profiles could not be saved."), saved.error()});
    }
    return {};
}

namespace {

// The text without what stands between the user name and the host of any address, be it JSON or what is left of it.
QByteArray withoutPasswords(const QByteArray& text)
{
    static const QRegularExpression password(QStringLiteral(R"((:(?:\\?/){2}[^"\s/@:]{0,1000}):[^"\s]{0,1000}@)"));
    return QString::fromLatin1(text).replace(password, QStringLiteral("\\1@")).toLatin1();
}

// One that holds no password is moved as it is.
bool moveAside(const QString& path, const QString& aside)
{
    const auto bytes = readProfileFile(path);
    const QByteArray cleaned = withoutPasswords(bytes.value_or(QByteArray()));
    if (!bytes || cleaned == *bytes) {
        return QFile::rename(path, aside);
    }
    return core::savePrivateFile(aside, cleaned) && QFile::remove(path);
}

} // namespace

QString keepAside(const QString& path, const QString& reason)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    const QString aside = QStringLiteral("%1.broken-%2").arg(path, stamp);
    if (moveAside(path, aside)) {
        return Words::tr("The connection profiles could not all be read (%1). The file was kept as %2.")
            .arg(reason, aside);
    }
    return unreadableProfiles(path, reason);
}

QString unreadableProfiles(const QString& path, const QString& reason)
{
    return Words::tr("The connection profiles in %1 could not all be read: %2").arg(path, reason);
}

QString newProfileId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QString freeProfileName(const QString& wanted, const QStringList& taken)
{
    const QString base = wanted.isEmpty() ? Words::tr("Server") : wanted;
    QString name = base;
    for (int number = 2; taken.contains(name); ++number) {
        name = Words::tr("%1 (%2)").arg(base).arg(number);
    }
    return name;
}

core::Error unknownProfile(const QString& id)
{
    return {
        core::ErrorCode::NotFound, QCoreApplication::translate("ProfileStore", "This profile no longer exists."), id};
}

QString refusedReason(const QStringList& names)
{
    return Words::tr("these have no usable address: %1").arg(names.join(QStringLiteral(", ")));
}

} // namespace net
