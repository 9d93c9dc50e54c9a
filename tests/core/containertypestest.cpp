// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testregistry.h"

#include "core/archive/cart.h"
#include "core/filetype/containertypes.h"

#include <QBuffer>
#include <QtTest>

using namespace core;
using namespace core::filetype;

namespace {

template <typename Function>
std::string typeBy(Function function, QByteArray bytes)
{
    QBuffer file(&bytes);
    file.open(QIODevice::ReadOnly);
    Content content(file);
    return function(content);
}

// The root entry of an OLE document's directory, with a class as it stands in the file.
QByteArray rootEntry(const char* classHex)
{
    const QByteArray name("R\0o\0o\0t\0 \0E\0n\0t\0r\0y\0", 20);
    return QByteArray(512, '\0') + name.leftJustified(0x50, '\0') + QByteArray::fromHex(classHex)
        + QByteArray(64, '\0');
}

std::string oleTypeOf(const QByteArray& bytes)
{
    return typeBy([](Content& content) { return oleType(content, "otherwise"); }, bytes);
}

QByteArray cartOf(const json::Object& header)
{
    QBuffer plain;
    plain.setData("content");
    plain.open(QIODevice::ReadOnly);
    QBuffer packed;
    packed.open(QIODevice::ReadWrite);
    return cart::pack(plain, packed, header) ? packed.data() : QByteArray();
}

} // namespace

class ContainerTypesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anOleDocumentHasAClass()
    {
        QCOMPARE(oleTypeOf(rootEntry("060902000000000000c0000000000000")), std::string("otherwise"));
        QCOMPARE(oleTypeOf(rootEntry("0609020000000000c000000000000046")), std::string("document/office/word"));
        QCOMPARE(oleTypeOf(rootEntry("0b0d020000000000c000000000000046")), std::string("document/office/email"));
        QCOMPARE(oleTypeOf(rootEntry("108d81649b4fcf1186ea00aa00b929e8")), std::string("document/office/powerpoint"));
        QCOMPARE(oleTypeOf(rootEntry("00000000000000000000000000000000")), std::string("otherwise"));
        QCOMPARE(oleTypeOf("nothing"), std::string("otherwise"));
        const QByteArray details("D\0e\0t\0a\0i\0l\0s\0", 14);
        QCOMPARE(oleTypeOf(details + rootEntry("00000000000000000000000000000000")), std::string("quarantine/mcafee"));
    }

    void aCartMayNameTheType()
    {
        QCOMPARE(typeBy(cartType, cartOf({})), std::string("archive/cart"));
        const QByteArray named = cartOf({{"al", json::Object{{"type", "code/ps1"}}}});
        QCOMPARE(typeBy(cartType, named), std::string("code/ps1"));
        QCOMPARE(typeBy(cartType, named.chopped(1)), std::string("corrupted/cart"));
        QCOMPARE(typeBy(cartType, QByteArray("CART")), std::string("corrupted/cart"));
    }

    // What is looked for may lie across two of the pieces that are read.
    void aPdfIsReadToItsEnd()
    {
        const QByteArray before(QByteArray(1 << 20, ' ').chopped(4));
        QCOMPARE(typeBy(pdfType, before + "/Encrypt"), std::string("document/pdf/passwordprotected"));
        QCOMPARE(typeBy(pdfType, before + "/Type/Catalog/Collection"), std::string("document/pdf/portfolio"));
        QCOMPARE(typeBy(pdfType, before + "/Encryp"), std::string("document/pdf"));
    }
};

REGISTER_TEST(ContainerTypesTest)
#include "containertypestest.moc"
