// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datalock.h"

#include "support/testregistry.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <sys/resource.h>

using core::DataLock;
using core::ErrorCode;

class DataLockTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneProgramHasIt();
    void madeWithItsFolder();
    void saysTheRealReason();
    void saysThatTheFolderCannotBeMade();
};

void DataLockTest::oneProgramHasIt()
{
    const QTemporaryDir folder;
    auto first = DataLock::take(folder.path());
    QVERIFY(first);
    const auto second = DataLock::take(folder.path());
    QVERIFY(!second);
    QCOMPARE(int(second.error().code), int(ErrorCode::Refused));
    QVERIFY2(second.error().detail.contains(QString::number(QCoreApplication::applicationPid())),
        qPrintable(second.error().detail));
    first->reset();
    QVERIFY(DataLock::take(folder.path()));
}

void DataLockTest::madeWithItsFolder()
{
    const QTemporaryDir folder;
    QVERIFY(DataLock::take(folder.filePath(QStringLiteral("a/b"))));
    QVERIFY(QDir(folder.filePath(QStringLiteral("a/b"))).exists());
}

// As on a full disk: the file can be made and not be written. The shell's file size limit does the same.
void DataLockTest::saysTheRealReason()
{
    const QTemporaryDir folder;
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit nothing{0, before.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &nothing), 0);
    const auto lock = DataLock::take(folder.path());
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, oldHandler);
    QVERIFY(!lock);
    QCOMPARE(int(lock.error().code), int(ErrorCode::CannotWrite));
    QVERIFY2(lock.error().message.contains(folder.path()), qPrintable(lock.error().message));
    QVERIFY2(lock.error().detail.contains(QString::fromLocal8Bit(std::strerror(EFBIG))),
        qPrintable(lock.error().detail));
    QVERIFY(DataLock::take(folder.path()));
}

void DataLockTest::saysThatTheFolderCannotBeMade()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto lock = DataLock::take(file.fileName() + QStringLiteral("/below"));
    QVERIFY(!lock);
    QCOMPARE(int(lock.error().code), int(ErrorCode::CannotWrite));
}

REGISTER_TEST(DataLockTest)
#include "datalocktest.moc"
