// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/settingsfile.h"

#include "core/privatefile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QStandardPaths>

namespace core::submission {

QString settingsFile(const QString& name)
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u'/' + name;
}

Result<QByteArray> readSettingsFile(const QString& path)
{
    QFile file(path);
    if (!file.exists()) {
        return QByteArray();
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return std::unexpected(Error{ErrorCode::CannotRead,
            QCoreApplication::translate("SettingsFile", "%1 could not be read: %2").arg(path, file.errorString()), {}});
    }
    const QByteArray bytes = file.read(LargestSettingsFile + 1);
    if (file.error() != QFile::NoError) { // otherwise a file that cannot be read would look like an empty one
        return std::unexpected(Error{ErrorCode::CannotRead,
            QCoreApplication::translate("SettingsFile", "%1 could not be read: %2").arg(path, file.errorString()), {}});
    }
    return bytes;
}

Result<void> saveSettingsFile(const QString& path, const QByteArray& bytes)
{
    const auto failed = [&path](const QString& reason) {
        return std::unexpected(Error{ErrorCode::CannotWrite,
            QCoreApplication::translate("SettingsFile", "%1 could not be saved.").arg(path), reason});
    };
    if (bytes.size() > LargestSettingsFile) {
        return failed(QCoreApplication::translate("SettingsFile", "There is too much in it."));
    }
    if (const auto saved = savePrivateFile(path, bytes); !saved) {
        return failed(saved.error());
    }
    return {};
}

QString setAside(const QString& path, const QString& reason)
{
    const QString aside = path + QStringLiteral(".bad-") + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss");
    if (!QFile::rename(path, aside)) {
        return reason;
    }
    return QCoreApplication::translate("SettingsFile", "%1 could not be used (%2). It was kept as %3.")
        .arg(path, reason, aside);
}

} // namespace core::submission
