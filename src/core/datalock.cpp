// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datalock.h"

#include "core/privatefile.h"

#include <QCoreApplication>
#include <QTemporaryFile>

namespace core {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DataLock)
};

Error heldByAnother(const QLockFile& lock)
{
    qint64 process = 0;
    QString host;
    QString program;
    const bool isKnown = lock.getLockInfo(&process, &host, &program);
    return {ErrorCode::Refused, Words::tr("CAPE Workbench is already open in another window."),
        isKnown ? Words::tr("%1, process %2 on %3").arg(program).arg(process).arg(host) : lock.fileName()};
}

// The lock tells no more than that it failed; the system says why to whoever writes a file beside it.
Error notWritable(const QString& folder)
{
    QTemporaryFile file(folder + QStringLiteral("/.XXXXXX"));
    const bool isWritten = file.open() && file.write("lock") > 0 && file.flush();
    return {ErrorCode::CannotWrite, Words::tr("Nothing can be written to the folder %1.").arg(folder),
        isWritten ? Words::tr("no lock file can be made there") : file.errorString()};
}

} // namespace

DataLock::DataLock(const QString& file)
    : m_lock(file)
{
    m_lock.setStaleLockTime(0); // only a dead process loses it
}

Result<std::shared_ptr<DataLock>> DataLock::take(const QString& folder)
{
    constexpr int MostWait = 2'000; // ms; a program that is just ending
    if (const auto made = makePrivateFolder(folder); !made) {
        return std::unexpected(made.error());
    }
    std::shared_ptr<DataLock> lock(new DataLock(folder + QStringLiteral("/tasks.lock")));
    if (lock->m_lock.tryLock(MostWait)) {
        return lock;
    }
    const bool isHeld = lock->m_lock.error() == QLockFile::LockFailedError;
    return std::unexpected(isHeld ? heldByAnother(lock->m_lock) : notWritable(folder));
}

Error readOnlyError()
{
    return {ErrorCode::Refused,
        Words::tr("This window is read-only, because CAPE Workbench is already open. Use the other window."), {}};
}

} // namespace core
