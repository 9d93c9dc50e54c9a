// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outputfile.h"
#include "core/scratchfile.h"
#include "core/sha256.h"
#include "support/failingdevice.h"
#include "support/testregistry.h"

#include <QBuffer>
#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>

using namespace core;

namespace {

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int modeOf(const QString& path)
{
    struct stat info{};
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? int(info.st_mode & 0777) : -1;
}

} // namespace

// What is written for the user: where, with which rights, and never by half.
class OutputFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("out"));
    }

    void isForTheUserAlone()
    {
        QVERIFY(writeOutput(m_path, "one"));
        QCOMPARE(modeOf(m_path), 0600);
        QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        QVERIFY(writeOutput(m_path, "two"));
        QCOMPARE(modeOf(m_path), 0600);
        QCOMPARE(bytesOf(m_path), "two");
    }

    void writesThroughNoLink()
    {
        const QString victim = m_folder->filePath(QStringLiteral("victim"));
        QVERIFY(writeOutput(victim, "precious"));
        QVERIFY(QFile::link(victim, m_path));
        const auto done = writeOutput(m_path, "bad");
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::CannotWrite);
        QCOMPARE(bytesOf(victim), "precious");
        QVERIFY(QFileInfo(m_path).isSymLink());
        QVERIFY(QFile::remove(victim)); // one that leads nowhere is no better
        QVERIFY(!writeOutput(m_path, "bad"));
        QVERIFY(!QFile::exists(victim));
    }

    void replacesNothingButFiles()
    {
        QCOMPARE(::mkfifo(QFile::encodeName(m_path).constData(), 0600), 0);
        QVERIFY(!writeOutput(m_path, "bad"));
        struct stat info{};
        QCOMPARE(::stat(QFile::encodeName(m_path).constData(), &info), 0);
        QVERIFY(S_ISFIFO(info.st_mode));
        QVERIFY(!writeOutput(m_folder->path(), "bad"));
    }

    void foldersAreForTheUserAloneAndNoLinks()
    {
        const QString deep = m_folder->filePath(QStringLiteral("a/b"));
        QVERIFY(makeOutputFolder(deep));
        QCOMPARE(modeOf(deep), 0700);
        QVERIFY(QFile::setPermissions(deep, QFile::Permissions(0x7755)));
        QVERIFY(makeOutputFolder(deep)); // one that is there is the user's own affair
        QCOMPARE(modeOf(deep), 0755);
        const QString link = m_folder->filePath(QStringLiteral("link"));
        QVERIFY(QFile::link(deep, link));
        QVERIFY(!makeOutputFolder(link));
        QVERIFY(!makeOutputFolder(link + u'/'));
        QVERIFY(writeOutput(m_path, "file"));
        QVERIFY(!makeOutputFolder(m_path));
    }

    // A copy that broke off is no file.
    void aReadErrorLeavesNothing()
    {
        for (const qint64 good : {qint64(0), qint64(10), qint64(300'000)}) {
            test::FailingDevice device(good);
            const auto done = copyToOutput(device, m_path);
            QVERIFY(!done);
            QCOMPARE(done.error().code, ErrorCode::CannotRead);
            QVERIFY(done.error().detail.contains(QStringLiteral("the disk is broken")));
            QVERIFY(QDir(m_folder->path()).isEmpty());
        }
    }

    void whatIsShortOrChangedIsNoOutput()
    {
        QByteArray bytes(500'000, 'x');
        const std::string hash = Sha256::hexOf(bytes);
        bytes.chop(1);
        QBuffer shorter(&bytes);
        QVERIFY(shorter.open(QIODevice::ReadOnly));
        QCOMPARE(copyToOutput(shorter, m_path, hash).error().code, ErrorCode::CannotRead);
        QVERIFY(!QFile::exists(m_path));
        bytes += 'x';
        QBuffer whole(&bytes);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        QVERIFY(copyToOutput(whole, m_path, hash));
        QCOMPARE(bytesOf(m_path), bytes);
    }

    // What the disk must not keep has no name there, and can be opened by this process all the same.
    void scratchFilesHaveNoName()
    {
        const QByteArray before = qgetenv("TMPDIR");
        qputenv("TMPDIR", QFile::encodeName(m_folder->path()));
        auto scratch = ScratchFile::make();
        qputenv("TMPDIR", before.isEmpty() ? QByteArray("/tmp") : before);
        QVERIFY(scratch);
        QVERIFY((*scratch)->write("bytes") == 5 && (*scratch)->flush());
        QVERIFY(QDir(m_folder->path()).isEmpty());
        QCOMPARE(bytesOf((*scratch)->path()), "bytes");
        struct stat info{};
        QCOMPARE(::fstat((*scratch)->handle(), &info), 0);
        QCOMPARE(int(info.st_mode & 0777), 0600);
        QCOMPARE(int(info.st_nlink), 0);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

REGISTER_TEST(OutputFileTest)
#include "outputfiletest.moc"
