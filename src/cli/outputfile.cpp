// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/outputfile.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace cli {

core::Error cannotWrite(const QString& path, const QString& reason)
{
    const QString message
        = QCoreApplication::translate("OutputFile", "%1 cannot be written. Choose another place or free some space.");
    return {core::ErrorCode::CannotWrite, message.arg(path), reason};
}

core::Result<void> writeFile(const QString& path, QByteArrayView bytes)
{
    QSaveFile file(path);
    const bool written
        = file.open(QIODevice::WriteOnly) && file.write(bytes.data(), bytes.size()) == bytes.size() && file.commit();
    return written ? core::Result<void>() : std::unexpected(cannotWrite(path, file.errorString()));
}

} // namespace cli
