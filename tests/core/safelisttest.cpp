// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ioc/safelist.h"
#include "support/testregistry.h"

#include <QtTest>

using core::Safelist;
namespace json = core::json;

class SafelistTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsSafelistedByDefault()
    {
        QVERIFY(Safelist().isEmpty());
        QVERIFY(!Safelist().isTagSafelisted("play.google.com", "network.dynamic.domain"));
        QVERIFY(!Safelist().containsSafelistedValue("play.google.com"));
    }

    void matchesWholeTextsWithoutCase()
    {
        const Safelist list(json::Object{{"match", json::Object{{"file.path", json::Array{"Desktop.ini"}}}}});
        QVERIFY(list.isTagSafelisted("desktop.INI", "file.path"));
        QVERIFY(!list.isTagSafelisted("C:\\desktop.ini", "file.path"));
        QVERIFY(list.isTagSafelisted("C:\\desktop.ini", "file.path", true));
        QVERIFY(!list.isTagSafelisted("desktop.ini", "dynamic.process.file_name"));
        QVERIFY(!list.isTagSafelisted("", "file.path"));
    }

    void matchesPatternsFromTheStart()
    {
        const Safelist list(json::Object{
            {"regex", json::Object{{"network.dynamic.domain", json::Array{"a\\.example$", "b\\.example"}}}}});
        QVERIFY(list.isTagSafelisted("A.example", "network.dynamic.domain"));
        QVERIFY(!list.isTagSafelisted("x.a.example", "network.dynamic.domain"));
        QVERIFY(list.isTagSafelisted("b.example.org", "network.dynamic.domain"));
        QVERIFY(list.isTagSafelisted("b.example", {"network.dynamic.ip", "network.dynamic.domain"}));
    }

    void aBrokenPatternSparesTheOthers()
    {
        const Safelist list(json::Object{
            {"regex", json::Object{{"t", json::Array{"(a", "b"}}, {"u", json::Value("no list")}}}, {"match", 5}});
        QVERIFY(list.isTagSafelisted("b", "t"));
        QVERIFY(!list.isTagSafelisted("(a", "t"));
    }

    void systemListAndRandomRange()
    {
        Safelist list = Safelist::system();
        QVERIFY(list.isTagSafelisted("ocsp.digicert.com", "network.dynamic.domain"));
        QVERIFY(list.isTagSafelisted("desktop.ini", "file.path"));
        QVERIFY(list.isTagSafelisted("8.8.8.8", "network.dynamic.ip"));
        QVERIFY(!list.isTagSafelisted("192.0.2.7", "network.dynamic.ip"));
        const Safelist before = list;
        list.addRandomIpRange("192.0.2.0/24");
        QVERIFY(list.isTagSafelisted("192.0.2.7", "network.dynamic.ip"));
        QVERIFY(!list.isTagSafelisted("192.0.22.7", "network.dynamic.ip"));
        QVERIFY(!before.isTagSafelisted("192.0.2.7", "network.dynamic.ip"));
    }

    void lookUpsOfTextsByTheirFirstValue()
    {
        const Safelist list = Safelist::system();
        QVERIFY(list.containsSafelistedValue("to 8.8.8.8 or www.example.org"));
        QVERIFY(!list.containsSafelistedValue("to 198.51.100.9 or play.google.com"));
        QVERIFY(list.containsSafelistedValue("http://play.google.com/store"));
        QVERIFY(!list.containsSafelistedValue("nothing"));
        QVERIFY(!list.containsSafelistedValue(""));
    }
};

REGISTER_TEST(SafelistTest)
#include "safelisttest.moc"
