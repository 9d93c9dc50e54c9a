// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scratchfile.h"

#include <QCoreApplication>
#include <QDir>

#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace core {

namespace {

Error noRoom(const QString& reason)
{
    return {ErrorCode::CannotWrite,
        QCoreApplication::translate(
            "ScratchFile", "There is no room for a temporary file. Free some space on the disk and try again."),
        reason};
}

} // namespace

Result<std::unique_ptr<ScratchFile>> ScratchFile::make()
{
    QByteArray name = QFile::encodeName(QDir::tempPath() + QStringLiteral("/cape-workbench-XXXXXX"));
    const int descriptor = ::mkostemp(name.data(), O_CLOEXEC); // mode 0600
    const bool hasNoName = descriptor >= 0 && ::unlink(name.constData()) == 0;
    std::unique_ptr<ScratchFile> file(new ScratchFile);
    if (!hasNoName || !file->open(descriptor, QIODevice::ReadWrite, QFileDevice::AutoCloseHandle)) {
        const QString reason = qt_error_string(errno);
        if (descriptor >= 0 && !file->isOpen()) {
            ::close(descriptor);
        }
        return std::unexpected(noRoom(reason));
    }
    return file;
}

Error ScratchFile::failure() const
{
    return noRoom(errorString());
}

QString ScratchFile::path() const
{
    return QStringLiteral("/proc/self/fd/%1").arg(handle());
}

} // namespace core
