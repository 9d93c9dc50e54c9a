// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/cart.h"
#include "support/fixture.h"
#include "support/testregistry.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QtTest>

#include <random>

using namespace core;

namespace {

constexpr qint64 noLimit = qint64(1) << 40;

QByteArray packed(QByteArray plain, const json::Object& header = {})
{
    QBuffer in(&plain);
    QBuffer out;
    in.open(QIODevice::ReadOnly);
    out.open(QIODevice::WriteOnly);
    if (!cart::pack(in, out, header)) {
        return {};
    }
    return out.data();
}

Result<cart::Description> unpacked(QByteArray cart, QByteArray& plain, qint64 limit = noLimit)
{
    QBuffer in(&cart);
    QBuffer out(&plain);
    in.open(QIODevice::ReadOnly);
    out.open(QIODevice::WriteOnly);
    return cart::unpack(in, out, limit);
}

} // namespace

class CartTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheReferenceWrote()
    {
        QFile file(test::fixture(QStringLiteral("cart/hello.cart")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray plain;
        const auto description = unpacked(file.readAll(), plain);
        QVERIFY(description);
        QCOMPARE(plain, QByteArray("hello cart\n").repeated(300));
        QCOMPARE(description->header["al"]["type"].toString(), std::string("text/plain"));
        QCOMPARE(description->footer["length"].toString(), std::string("3300"));
        file.seek(0);
        QCOMPARE(cart::readHeader(file)->operator[]("name").toString(), std::string("hello.txt"));
    }

    void roundTripKeepsEveryByte()
    {
        std::mt19937 random(3);
        for (const int size : {0, 1, 65535, 65536, 65537, 300000}) {
            QByteArray plain(size, '\0');
            for (char& byte : plain) {
                byte = char(random());
            }
            const QByteArray cart = packed(plain, {{"name", "x"}});
            QVERIFY(cart::isCart(cart));
            QByteArray back;
            const auto description = unpacked(cart, back);
            QVERIFY(description);
            QCOMPARE(back, plain);
            QCOMPARE(description->footer["sha256"].toString(),
                QCryptographicHash::hash(plain, QCryptographicHash::Sha256).toHex().toStdString());
        }
    }

    // The sample's bytes must not be found in the file, or a scanner would take it away.
    void plainBytesDoNotShow()
    {
        QVERIFY(!packed(QByteArray("This program cannot be run in DOS mode")).contains("program"));
    }

    void moreThanAllowedIsRefused()
    {
        QByteArray plain;
        const auto result = unpacked(packed(QByteArray(1 << 20, 'a')), plain, 1000);
        QCOMPARE(result.error().code, ErrorCode::TooLarge);
    }

    void damageIsNoticed()
    {
        const QByteArray whole = packed(QByteArray("some bytes ").repeated(200), {{"name", "x"}});
        std::mt19937 random(5);
        int noticed = 0;
        for (int round = 0; round < 2000; ++round) {
            QByteArray damaged = whole.left(round % 2 ? whole.size() : qsizetype(random() % std::size_t(whole.size())));
            if (!damaged.isEmpty()) {
                damaged[qsizetype(random() % std::size_t(damaged.size()))] ^= char(1 + random() % 255);
            }
            QByteArray plain;
            if (const auto result = unpacked(damaged, plain); !result) {
                ++noticed;
            } else {
                QCOMPARE(plain, QByteArray("some bytes ").repeated(200));
            }
        }
        QVERIFY(noticed > 1000);
    }
};

REGISTER_TEST(CartTest)
#include "carttest.moc"
