// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/reader.h"
#include "core/reference/service.h"
#include "core/submission/hostconfig.h"
#include "support/testregistry.h"

#include <QtTest>

using namespace core;
using submission::PoolConfig;

namespace {

PoolConfig everything()
{
    PoolConfig config;
    config.allowedImages = {"win10x64", "ub2204x64"};
    config.autoArchitecture = *json::parse("{\"win\": {\"x64\": [\"win10x64\"], \"x86\": []}}");
    config.routes = {"none", "office"};
    config.defaultAnalysisTimeout = 90;
    config.maxDllExports = 7;
    config.serviceTimeout = 600;
    config.enforceRouting = config.limitMonitorApis = config.machinerySupportsMemoryDumps = true;
    config.multiRoutingHosts = config.retryOnNoMachine = config.useAntiVmPackages = true;
    config.preferAvailableMachines = true;
    return config;
}

} // namespace

class PoolConfigTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void defaultsAreTheServices()
    {
        const auto defaults = PoolConfig::fromJson(*json::parse(reference::serviceConfigJson()));
        QVERIFY(defaults);
        PoolConfig expected;
        expected.autoArchitecture = defaults->autoArchitecture; // empty lists, which say as little as nothing
        QCOMPARE(*defaults, expected);
    }

    void keepsEverySetting() { QCOMPARE(*PoolConfig::fromJson(everything().toJson()), everything()); }

    void refusesWrongKinds()
    {
        QCOMPARE(
            PoolConfig::fromJson(*json::parse("{\"allowed_images\": \"win10\"}")).error().code, ErrorCode::BadInput);
        QCOMPARE(
            PoolConfig::fromJson(*json::parse("{\"max_dll_exports_exec\": []}")).error().code, ErrorCode::BadInput);
    }
};

REGISTER_TEST(PoolConfigTest)
#include "poolconfigtest.moc"
