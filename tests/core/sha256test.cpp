// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sha256.h"
#include "support/testregistry.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QtTest>

#include <random>

using namespace core;

namespace {

QByteArray plainHash(QByteArrayView bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray randomBytes(std::mt19937& random, qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    std::ranges::generate(bytes, [&] { return char(random()); });
    return bytes;
}

class BrokenDevice : public QIODevice {
public:
    BrokenDevice() { open(QIODevice::ReadOnly | QIODevice::Unbuffered); }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char*, qint64) override { return -1; }
};

} // namespace

class Sha256Test : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownHashes()
    {
        QCOMPARE(Sha256::hexOf({}), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QCOMPARE(Sha256::hexOf("abc"), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    void everyLengthIsAsQtHasIt()
    {
        std::mt19937 random(1);
        for (qsizetype size = 0; size < 400; ++size) {
            const QByteArray bytes = randomBytes(random, size);
            Sha256 hash;
            hash.addData(bytes);
            QCOMPARE(hash.result().toHex(), plainHash(bytes).toHex());
        }
    }

    void piecesAreAsTheWhole()
    {
        std::mt19937 random(2);
        for (int round = 0; round < 200; ++round) {
            Sha256 hash;
            QByteArray whole;
            for (int piece = 0; piece < 12; ++piece) {
                const QByteArray bytes = randomBytes(random, qsizetype(random() % 200));
                hash.addData(bytes);
                whole += bytes;
                QCOMPARE(hash.result().toHex(), plainHash(whole).toHex()); // asking changes nothing
            }
        }
    }

    void deviceIsReadToItsEnd()
    {
        std::mt19937 random(3);
        QByteArray bytes = randomBytes(random, 1'000'001);
        QBuffer device(&bytes);
        QVERIFY(device.open(QIODevice::ReadOnly));
        device.seek(1);
        Sha256 hash;
        QVERIFY(hash.addData(device));
        QCOMPARE(hash.result().toHex(), plainHash(QByteArrayView(bytes).sliced(1)).toHex());
        BrokenDevice broken;
        QVERIFY(!hash.addData(broken));
    }
};

REGISTER_TEST(Sha256Test)
#include "sha256test.moc"
