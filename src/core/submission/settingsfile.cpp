// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/settingsfile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
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
    return file.read(LargestSettingsFile + 1);
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
    if (!QDir().mkpath(QFileInfo(path).absolutePath())) {
        return failed(path);
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return failed(file.errorString());
    }
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(bytes);
    if (!file.commit()) {
        return failed(file.errorString());
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
