// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filetype/magicwarnings.h"

#include "support/testregistry.h"

#include <QFile>
#include <QTemporaryFile>
#include <QtTest>

#include <cstdio>
#include <unistd.h>

class MagicWarningsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsBackWhatLibmagicSaysAndNothingElse()
    {
        QTemporaryFile seen;
        QVERIFY(seen.open());
        std::fflush(stderr);
        const int real = ::dup(STDERR_FILENO);
        ::dup2(seen.handle(), STDERR_FILENO);
        {
            const core::filetype::MagicWarnings quiet("/tmp/signatures");
            std::fputs("Warning: Duplicate magic entry `'\n/tmp/signatures, 3: > 0 string,=,\"\"]\n", stderr);
            std::fputs("a line of somebody else\n", stderr);
        }
        std::fputs("afterwards\n", stderr);
        std::fflush(stderr);
        ::dup2(real, STDERR_FILENO);
        ::close(real);
        seen.seek(0);
        QCOMPARE(seen.readAll(), QByteArray("a line of somebody else\nafterwards\n"));
    }
};

REGISTER_TEST(MagicWarningsTest)
#include "magicwarningstest.moc"
