// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/samplestore.h"
#include "support/testregistry.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <barrier>
#include <stop_token>
#include <thread>

using net::SampleStore;

class SampleStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesEqualSamplesAtOnce();
};

// One file dropped several times is packed in several threads, and whichever is first, all have the same copy.
void SampleStoreTest::takesEqualSamplesAtOnce()
{
    constexpr int Threads = 4;
    constexpr int Rounds = 100;
    QTemporaryDir folder;
    QFile source(folder.filePath(QStringLiteral("a.exe")));
    QVERIFY(source.open(QIODevice::WriteOnly));
    source.write("MZ the same");
    source.close();
    const QString kept = folder.filePath(QStringLiteral("kept"));
    for (int round = 0; round < Rounds; ++round) {
        const auto store = net::cartSampleStore(kept);
        std::barrier together(Threads);
        std::vector<core::Result<SampleStore::Stored>> stored(Threads, SampleStore::Stored());
        {
            std::vector<std::jthread> threads;
            for (auto& result : stored) {
                threads.emplace_back([&] {
                    together.arrive_and_wait();
                    result = store->add(source.fileName(), 1000, {});
                });
            }
        }
        for (const auto& result : stored) {
            QVERIFY2(result, qPrintable(result ? QString() : result.error().message + result.error().detail));
            QCOMPARE(result->path, stored.front()->path);
        }
        QCOMPARE(QDir(kept).entryList(QDir::Files | QDir::Hidden).size(), 1);
        store->remove(stored.front()->path);
    }
}

REGISTER_TEST(SampleStoreTest)
#include "samplestoretest.moc"
