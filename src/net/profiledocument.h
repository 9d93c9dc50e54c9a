// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace net {

// A file of profiles as JSON, before anyone reads the profiles.
struct ProfileDocument {
    QList<QJsonObject> entries;
    QJsonObject unknown; // members of the document itself that are kept
};

// BadJson when the bytes hold no list of profiles.
core::Result<ProfileDocument> parseProfiles(const QByteArray& bytes);
QByteArray formatProfiles(const ProfileDocument& document, QLatin1StringView format);

// The file's bytes; empty where there is no file. Errors: CannotRead, TooLarge.
core::Result<QByteArray> readProfileFile(const QString& path);
// Writes it whole or not at all, with mode 0600, and its folder where that is missing. CannotWrite.
core::Result<void> saveProfileFile(const QString& path, const QByteArray& bytes);
// Moves a file that cannot be used out of the way, without the passwords of addresses in it, and gives the words for
// the analyst.
QString keepAside(const QString& path, const QString& reason);
// The words for a file that cannot be used and stays where it is.
QString unreadableProfiles(const QString& path, const QString& reason);

QString newProfileId();
// The name, or with a number behind it where it is taken.
QString freeProfileName(const QString& wanted, const QStringList& taken);
core::Error unknownProfile(const QString& id);
// The reason for moving a file aside because of these entries.
QString refusedReason(const QStringList& names);

} // namespace net
