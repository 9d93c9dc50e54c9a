// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testregistry.h"

#include "core/filetype/officeprotection.h"
#include "core/filetype/olefile.h"

#include <QBuffer>
#include <QtEndian>
#include <QtTest>

#include <utility>

using namespace core::filetype;

namespace {

constexpr qsizetype sectorSize = 512;

template <typename Number>
void put(QByteArray& bytes, qsizetype offset, Number number)
{
    qToLittleEndian(number, bytes.data() + offset);
}

QByteArray entry(const QString& name, char kind, quint32 next, quint32 child, quint32 start, quint32 size)
{
    QByteArray bytes(128, '\0');
    for (qsizetype i = 0; i < name.size(); ++i) {
        put<quint16>(bytes, 2 * i, name[i].unicode());
    }
    put<quint16>(bytes, 0x40, quint16(2 * (name.size() + 1)));
    bytes[0x42] = kind;
    put<quint32>(bytes, 0x44, 0xffffffff);
    put<quint32>(bytes, 0x48, next);
    put<quint32>(bytes, 0x4c, child);
    put<quint32>(bytes, 0x74, start);
    put<quint32>(bytes, 0x78, size);
    return bytes;
}

using Streams = QList<std::pair<QString, QByteArray>>;

// An OLE document of up to three streams, each padded beyond the size below which streams lie in another.
QByteArray document(const Streams& streams)
{
    static constexpr qsizetype streamSize = 8 * sectorSize;
    QByteArray header(sectorSize, '\0');
    header.replace(0, 8, QByteArray::fromHex("d0cf11e0a1b11ae1"));
    put<quint16>(header, 0x1a, 3);
    put<quint16>(header, 0x1c, 0xfffe);
    put<quint16>(header, 0x1e, 9);
    put<quint16>(header, 0x20, 6);
    put<quint32>(header, 0x2c, 1);
    put<quint32>(header, 0x30, 1);
    put<quint32>(header, 0x38, 4096);
    put<quint32>(header, 0x3c, 0xfffffffe);
    put<quint32>(header, 0x44, 0xfffffffe);
    header.replace(0x4c, 436, QByteArray(436, '\xff'));
    put<quint32>(header, 0x4c, 0);
    QByteArray table(sectorSize, '\xff');
    put<quint32>(table, 0, 0xfffffffd);
    put<quint32>(table, 4, 0xfffffffe);
    QByteArray directory = entry(QStringLiteral("Root Entry"), 5, 0xffffffff, 1, 0xfffffffe, 0);
    QByteArray content;
    quint32 sector = 2;
    for (qsizetype i = 0; i < streams.size(); ++i) {
        const quint32 next = i + 1 < streams.size() ? quint32(i + 2) : 0xffffffff;
        directory += entry(streams[i].first, 2, next, 0xffffffff, sector, streamSize);
        content += streams[i].second.leftJustified(streamSize, '\0', true);
        for (quint32 part = 0; part < 8; ++part, ++sector) {
            put<quint32>(table, qsizetype(4 * sector), part == 7 ? 0xfffffffe : sector + 1);
        }
    }
    return header + table + directory.leftJustified(sectorSize, '\0', true) + content;
}

QByteArray numbers(const QList<quint16>& values)
{
    QByteArray bytes(2 * values.size(), '\0');
    for (qsizetype i = 0; i < values.size(); ++i) {
        put<quint16>(bytes, 2 * i, values[i]);
    }
    return bytes;
}

bool isProtected(QByteArray bytes)
{
    QBuffer file(&bytes);
    file.open(QIODevice::ReadOnly);
    Content content(file);
    return isProtectedOffice(content);
}

Streams word(quint16 flags)
{
    return {{QStringLiteral("WordDocument"), numbers({0xa5ec, 0xc1, 0, 0x409, 0, flags})}};
}

Streams excel(const QList<quint16>& records)
{
    return {{QStringLiteral("Workbook"), numbers(QList<quint16>{0x0809, 2, 0x0600} + records)}};
}

Streams powerPoint(quint16 editSize)
{
    return {{QStringLiteral("Current User"), numbers({0, 0x0ff6, 0x20, 0, 0x14, 0, 0, 0, 64, 0})},
        {QStringLiteral("PowerPoint Document"), QByteArray(64, '\0') + numbers({0, 0x0ff5, editSize, 0})}};
}

} // namespace

class OfficeProtectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsEncrypted_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("encrypted");
        QTest::newRow("OOXML") << document({{QStringLiteral("EncryptionInfo"), numbers({4, 4})}}) << true;
        QTest::newRow("damaged OOXML") << document({{QStringLiteral("EncryptionInfo"), {}}}) << false;
        QTest::newRow("Word") << document(word(0x0100)) << true;
        QTest::newRow("plain Word") << document(word(0x1200)) << false;
        QTest::newRow("Excel, RC4") << document(excel({0x42, 2, 0x4b0, 0x2f, 4, 1, 0, 0x0a, 0})) << true;
        QTest::newRow("Excel, XOR") << document(excel({0x2f, 4, 0, 5, 0x0a, 0})) << true;
        QTest::newRow("plain Excel") << document(excel({0x42, 2, 0x4b0, 0x0a, 0, 0x2f, 4, 1, 0})) << false;
        QTest::newRow("PowerPoint") << document(powerPoint(0x20)) << true;
        QTest::newRow("plain PowerPoint") << document(powerPoint(0x1c)) << false;
        QTest::newRow("another document") << document({{QStringLiteral("Contents"), {}}}) << false;
        QTest::newRow("no document") << QByteArray("word/document.xml") << false;
    }

    void tellsWhatIsEncrypted()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, encrypted);
        QCOMPARE(isProtected(bytes), encrypted);
    }

    // A chain that leads back into itself, and sectors beyond the end, end the reading.
    void bearsDamage()
    {
        const QByteArray whole = document(word(0x0100));
        for (qsizetype size = 0; size < whole.size(); size += 100) {
            isProtected(whole.first(size));
        }
        QByteArray looped = whole;
        put<quint32>(looped, sectorSize + 4, 1); // the directory's sector follows itself
        QVERIFY(isProtected(looped));
        for (qsizetype at = 0; at < 3 * sectorSize; ++at) {
            QByteArray changed = whole;
            changed[at] = char(changed[at] ^ 0x55);
            isProtected(changed);
        }
    }
};

REGISTER_TEST(OfficeProtectionTest)
#include "officeprotectiontest.moc"
