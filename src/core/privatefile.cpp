// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privatefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace core {

Result<void> makePrivateFolder(const QString& path)
{
    constexpr auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (QDir().mkpath(path) && QFile::setPermissions(path, owner)) {
        return {};
    }
    return std::unexpected(Error{ErrorCode::CannotWrite,
        QCoreApplication::translate("PrivateFolder", "The folder %1 could not be made for the workbench alone.")
            .arg(path),
        path});
}

std::expected<void, QString> savePrivateFile(const QString& path, const QByteArray& bytes)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath())) {
        return std::unexpected(path);
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return std::unexpected(file.errorString());
    }
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(bytes);
    if (!file.commit()) {
        return std::unexpected(file.errorString());
    }
    return {};
}

} // namespace core
