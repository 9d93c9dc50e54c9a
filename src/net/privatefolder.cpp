// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/privatefolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace net {

core::Result<void> makePrivateFolder(const QString& path)
{
    constexpr auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (QDir().mkpath(path) && QFile::setPermissions(path, owner)) {
        return {};
    }
    return std::unexpected(core::Error{core::ErrorCode::CannotWrite,
        QCoreApplication::translate("PrivateFolder", "The folder %1 could not be made for the workbench alone.")
            .arg(path),
        path});
}

} // namespace net
