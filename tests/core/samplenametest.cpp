// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/samplename.h"
#include "support/testregistry.h"

#include <QtTest>

class SampleNameTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatCapeMakesOfNames()
    {
        QVERIFY(core::isSandboxNameOf(u"M_rz.exe", u"M\u00e4rz.exe"));
        QVERIFY(core::isSandboxNameOf(u"a_b_.exe", u"a(b\U0001f600.exe"));
        QVERIFY(core::isSandboxNameOf(u"invoice.exe", u"invoice.exe"));
        QVERIFY(core::isSandboxNameOf(u"0123456789abcdef01234567", u"0123456789abcdef0123456789abcdef"));
        QVERIFY(!core::isSandboxNameOf(u"M_rz.exe", u"Marz.exe"));
        QVERIFY(!core::isSandboxNameOf(u"other.exe", u"M\u00e4rz.exe"));
        QVERIFY(!core::isSandboxNameOf(u"invoice.exe", u""));
        QVERIFY(!core::isSandboxNameOf(u"0123", u"0123456789abcdef0123456789abcdef"));
    }
};

REGISTER_TEST(SampleNameTest)
#include "samplenametest.moc"
