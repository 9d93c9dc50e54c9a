// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ioc/tagvalidation.h"
#include "core/ioc/netvalidation.h"
#include "core/ioc/text.h"
#include "core/result/section.h"
#include "support/testregistry.h"

#include <QtTest>

using namespace core;

// What the texts of iocextractortest.cpp do not reach.
class TagValidationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addsToASection()
    {
        Section section("Section");
        QVERIFY(addTag(section, "network.dynamic.uri", "http://a.example.net/x"));
        QCOMPARE(section.tags().values("network.dynamic.domain").size(), std::size_t(1));
        QCOMPARE(section.tags().values("network.dynamic.uri_path")[0].toString(), std::string("/x"));
        QVERIFY(!addTag(section, "network.dynamic.ip", "198.51.100.0"));
        QVERIFY(!section.tags().contains("network.dynamic.ip"));
    }

    void numbersStayNumbers()
    {
        Section section("Section");
        QVERIFY(addTag(section, "network.port", json::Value(443)));
        QCOMPARE(section.tags().values("network.port")[0], json::Value(443));
        QVERIFY(!addTag(section, "network.port", json::Value(0)));
        QVERIFY(!addTag(section, "network.port", json::Value()));
    }

    void ofAListTheLastDecides()
    {
        std::vector<Tag> tags;
        const json::Value hosts = json::Array{"a.example.net", "no domain"};
        QVERIFY(!collectTags("network.dynamic.domain", hosts, tags));
        QCOMPARE(tags.size(), std::size_t(1));
        QVERIFY(collectTags("file.behavior", json::Value(json::Array{"", "x"}), tags));
        QCOMPARE(tags.size(), std::size_t(2));
    }

    void networksAndPorts()
    {
        QVERIFY(isIpInNetwork("192.0.2.9", "192.0.2.0/24"));
        QVERIFY(!isIpInNetwork("192.0.3.9", "192.0.2.0/24"));
        QVERIFY(isIpInNetwork("198.51.100.1", "0.0.0.0/0"));
        QVERIFY(!isIpInNetwork("198.51.100.1", "everything"));
        QVERIFY(!isIpInNetwork("2001:db8::1", "192.0.2.0/24"));
        QVERIFY(isValidPort("65535"));
        QVERIFY(!isValidPort("65536"));
        QVERIFY(!isValidPort("http"));
    }

    void onlyConnectToAProxyIsConverted()
    {
        QCOMPARE(convertUrlToHttps("connect", "http://a.example.net:443/x"), std::string("https://a.example.net/x"));
        QCOMPARE(convertUrlToHttps("GET", "http://a.example.net:443/x"), std::string("http://a.example.net:443/x"));
        QCOMPARE(convertUrlToHttps("CONNECT", "http://a.example.net:80/"), std::string("http://a.example.net:80/"));
    }

    void texts()
    {
        QCOMPARE(safeStr("a\x01\xff\xed\xa0\x80é\n"), std::string("a\\x01\\xff\\ud800é\n"));
        QCOMPARE(truncated("éééé", 3), std::string("ééé..."));
        QCOMPARE(truncated("ééé", 3), std::string("ééé"));
        QCOMPARE(lowerCase("ÀB\u0130"), std::string("àbi\u0307"));
        QCOMPARE(upperCase("ß"), std::string("SS"));
        QCOMPARE(lengthOf("é😀"), std::size_t(2));
    }
};

REGISTER_TEST(TagValidationTest)
#include "tagvalidationtest.moc"
