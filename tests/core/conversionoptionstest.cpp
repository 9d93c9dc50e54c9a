// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/conversionoptions.h"
#include "support/testregistry.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace core;

class ConversionOptionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void missingKeysHaveTheServicesDefaults()
    {
        const auto options = ConversionOptions::fromJson("{}");
        QVERIFY(options);
        QCOMPARE(options->routing, std::string("none"));
        QCOMPARE(options->randomIpRange, std::string("192.0.2.0/24"));
        QVERIFY(options->inetsimDnsServers.empty());
        QVERIFY(!options->httpsProxyInSandbox);
        QVERIFY(!options->extractCapeDumps);
        QVERIFY(!options->safelistRandomIp && !options->safelist);
        QVERIFY(options->showMachine);
        QVERIFY(!options->machine && !options->machines && !options->sample && !options->taskId);
    }

    void everyKeyIsRead()
    {
        const QByteArray text = "{\"routing\": \"inetsim\", \"random_ip_range\": \"198.51.100.0/24\","
                                "\"file_ext\": \".exe\", \"inetsim_dns_servers\": [\"192.0.2.53\"],"
                                "\"custom_processtree_id_safelist\": [\"a|b\"], \"uses_https_proxy_in_sandbox\": true,"
                                "\"suspicious_accepted_languages\": [\"ru\"], \"parent_title\": \"Top\","
                                "\"machine_info\": {\"Name\": \"win10x64\", \"Manager\": \"KVM\", \"Platform\": "
                                "\"windows\", \"IP\": \"192.0.2.7\", \"Tags\": [\"x64\"]}, \"machine_section\": false,"
                                "\"machines\": [{\"name\": \"win10x64\"}], \"task_id\": 7, \"deep_scan\": true,"
                                "\"extract_cape_dumps\": true,"
                                "\"sample\": {\"name\": \"a.exe\", \"sha256\": \"00\", \"size\": 3, \"type\": \"t\"}}";
        const auto options = ConversionOptions::fromJson(text);
        QVERIFY(options);
        QCOMPARE(options->routing, std::string("inetsim"));
        QCOMPARE(options->inetsimDnsServers, std::vector<std::string>{"192.0.2.53"});
        QCOMPARE(options->processTreeSafelist, std::vector<std::string>{"a|b"});
        QCOMPARE(options->machine->ip, std::string("192.0.2.7"));
        QCOMPARE(options->machine->tags.size(), std::size_t(1));
        QVERIFY(!options->showMachine);
        QCOMPARE(options->machines->size(), std::size_t(1));
        QCOMPARE(options->taskId, std::optional<std::int64_t>(7));
        QCOMPARE(options->sample->size, std::int64_t(3));
        QVERIFY(options->deepScan && options->extractCapeDumps && options->httpsProxyInSandbox);
    }

    void theRangeIsSafelistedWhereTheOptionsNameIt()
    {
        const auto isSafelisted
            = [](const QByteArray& text) { return core::ConversionOptions::fromJson(text)->safelistRandomIp; };
        QVERIFY(!core::ConversionOptions().safelistRandomIp); // every export of the window
        QVERIFY(!isSafelisted("{}"));
        QVERIFY(isSafelisted(R"({"random_ip_range": "192.0.2.0/24"})"));
        QVERIFY(!isSafelisted(R"({"random_ip_range": "192.0.2.0/24", "safelist_random_ip": false})"));
        QVERIFY(isSafelisted(R"({"safelist_random_ip": true})"));
    }

    void anEmptyMachineIsNone()
    {
        QVERIFY(!ConversionOptions::fromJson("{\"machine_info\": {}}")->machine);
        QVERIFY(ConversionOptions::fromJson("{\"machine_info\": {\"Name\": \"a\"}}")->machine);
    }

    void theSafelistIsTheInstancesOwn()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("own.yml")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("match:\n  file.path:\n  - own.txt\n");
        file.close();
        const auto named = ConversionOptions::fromJson("{\"safelist\": \"own.yml\"}", folder.path());
        QVERIFY(named);
        QVERIFY(named->safelist->isTagSafelisted("own.txt", "file.path"));
        const auto held = ConversionOptions::fromJson("{\"safelist_random_ip\": true, \"safelist\": {\"match\": "
                                                      "{\"file.path\": [\"own.txt\"]}}}");
        QVERIFY(held);
        QVERIFY(held->safelistRandomIp);
        QVERIFY(held->safelist->isTagSafelisted("own.txt", "file.path"));
        QVERIFY(!ConversionOptions::fromJson("{\"safelist\": \"none.yml\"}", folder.path()));
        QVERIFY(!ConversionOptions::fromJson("{\"safelist\": 5}"));
    }

    void wrongKindsAreRefusedByName()
    {
        const auto options = ConversionOptions::fromJson("{\"machine_info\": {\"IP\": 3}}");
        QVERIFY(!options);
        QCOMPARE(options.error().code, ErrorCode::BadInput);
        QCOMPARE(options.error().detail, QStringLiteral("IP"));
        QVERIFY(!ConversionOptions::fromJson("[]"));
        QVERIFY(!ConversionOptions::fromJson("{\"a\""));
    }
};

REGISTER_TEST(ConversionOptionsTest)
#include "conversionoptionstest.moc"
