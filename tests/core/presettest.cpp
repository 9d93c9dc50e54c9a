// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/preset.h"
#include "support/testregistry.h"

#include <QDir>
#include <QtTest>

#include <random>

using namespace core;
using submission::Parameters;
using submission::Preset;
using submission::PresetStore;

namespace {

Preset everything()
{
    Preset preset{QStringLiteral("Büro, \"alles\""), {}};
    const auto texts = std::to_array<std::pair<const char*, const char*>>(
        {{"analysis_timeout_in_seconds", "60"}, {"specific_image", "win10x64"}, {"specific_machine", "m"},
            {"platform", "windows"}, {"dll_function", "Run"}, {"arguments", "-a"}, {"custom_options", "a=1"},
            {"clock", "01-02-2024 03:04:05"}, {"package", "exe"}, {"routing", "internet"}, {"password", "infected"},
            {"hh_args", "/loop"}, {"dump_memory", "1"}, {"force_sleepskip", "0"}, {"no_monitor", "1"},
            {"monitored_and_unmonitored", "1"}, {"simulate_user", "0"}, {"reboot", "1"}, {"ignore_cape_cache", "1"},
            {"deep_scan", "1"}, {"priority", "2"}, {"tlp", "green"}, {"tags_tasks", "t1,t2"}, {"custom", "mine"}});
    for (const auto& [name, text] : texts) {
        if (!preset.parameters.set(name, text)) {
            qFatal("no parameter %s", name);
        }
    }
    return preset;
}

} // namespace

class PresetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bringsBackEveryChoice()
    {
        const std::vector<Preset> presets{everything(), {QStringLiteral("plain"), {}}};
        QCOMPARE(*submission::readPresets(submission::writePresets(presets)), presets);
    }

    // A preset says only what it is about, and a parameter that is added later takes its default.
    void leavesOutDefaults()
    {
        Preset preset{QStringLiteral("tor"), {}};
        preset.parameters.routing = "tor";
        const QByteArray document = submission::writePresets({preset});
        QVERIFY(document.contains("\"routing\": \"tor\""));
        QVERIFY(!document.contains("clock"));
    }

    void takesASinglePreset()
    {
        const auto presets
            = submission::readPresets(QByteArray("{\"name\": \"one\", \"parameters\": {\"routing\": \"tor\"}}"));
        QCOMPARE(presets->size(), 1U);
        QCOMPARE(presets->front().parameters.routing, std::string("tor"));
    }

    void refusesWhatIsNone_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<ErrorCode>("code");
        const QByteArray deep = QByteArray(1000, '[') + QByteArray(1000, ']');
        const QByteArray preset = "{\"presets\": [%1]}";
        const auto with = [&preset](const char* entry) { return QByteArray(preset).replace("%1", entry); };
        QTest::newRow("nothing") << QByteArray() << ErrorCode::BadJson;
        QTest::newRow("cut") << QByteArray("{\"presets\": [") << ErrorCode::BadJson;
        QTest::newRow("list") << QByteArray("[]") << ErrorCode::BadJson;
        QTest::newRow("other document") << QByteArray("{\"profiles\": []}") << ErrorCode::BadJson;
        QTest::newRow("deep") << deep << ErrorCode::BadJson;
        QTest::newRow("large") << QByteArray((1 << 20) + 1, ' ') << ErrorCode::TooLarge;
        QTest::newRow("no name") << with("{\"parameters\": {}}") << ErrorCode::BadInput;
        QTest::newRow("blank name") << with("{\"name\": \" \", \"parameters\": {}}") << ErrorCode::BadInput;
        QTest::newRow("name with a control")
            << with("{\"name\": \"a\\u0007\", \"parameters\": {}}") << ErrorCode::BadInput;
        QTest::newRow("no parameters") << with("{\"name\": \"a\"}") << ErrorCode::BadInput;
        QTest::newRow("text for parameters") << with("{\"name\": \"a\", \"parameters\": \"x\"}") << ErrorCode::BadInput;
        QTest::newRow("unknown parameter")
            << with("{\"name\": \"a\", \"parameters\": {\"token\": \"x\"}}") << ErrorCode::BadInput;
        QTest::newRow("wrong kind") << with("{\"name\": \"a\", \"parameters\": {\"clock\": []}}")
                                    << ErrorCode::BadInput;
        QTest::newRow("word for a number")
            << with("{\"name\": \"a\", \"parameters\": {\"priority\": \"high\"}}") << ErrorCode::BadInput;
        QTest::newRow("entry that is no object") << with("7") << ErrorCode::BadInput;
    }

    void refusesWhatIsNone()
    {
        QFETCH(QByteArray, document);
        const auto presets = submission::readPresets(document);
        QVERIFY(!presets);
        QTEST(presets.error().code, "code");
        QVERIFY(!presets.error().message.isEmpty());
    }

    void survivesDamage()
    {
        std::mt19937 random(1);
        const QByteArray whole = submission::writePresets({everything()});
        for (int round = 0; round < 2000; ++round) {
            QByteArray damaged = whole.left(qsizetype(random() % std::size_t(whole.size() + 1)));
            if (round % 2 == 0) {
                damaged = whole;
            }
            for (int i = 0; i < 4 && !damaged.isEmpty(); ++i) {
                damaged[qsizetype(random() % std::size_t(damaged.size()))] = char(random());
            }
            const auto presets = submission::readPresets(damaged);
            QVERIFY(!presets || presets->size() <= 1);
        }
    }

    void keepsThemOnDisk()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("settings/presets.json"));
        PresetStore store(file);
        QVERIFY(store.presets().empty() && store.warning().isEmpty());
        QVERIFY(store.save(everything()));
        QVERIFY(store.save({QStringLiteral("plain"), {}}));
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
            | QFileDevice::WriteOther;
        QVERIFY(!(QFile::permissions(file) & others));
        Preset changed = everything();
        changed.parameters.routing = "tor";
        QVERIFY(store.save(changed)); // replaces
        QCOMPARE(PresetStore(file).presets(), store.presets());
        QCOMPARE(store.presets().size(), 2U);
        QCOMPARE(store.preset(changed.name)->parameters.routing, std::string("tor"));
        QVERIFY(store.rename(QStringLiteral("plain"), QStringLiteral("bare")));
        QCOMPARE(store.rename(QStringLiteral("bare"), changed.name).error().code, ErrorCode::BadInput);
        QVERIFY(store.remove(QStringLiteral("bare")));
        QCOMPARE(store.remove(QStringLiteral("bare")).error().code, ErrorCode::NotFound);
        QCOMPARE(store.save({QStringLiteral("  "), {}}).error().code, ErrorCode::BadInput);
        QCOMPARE(PresetStore(file).presets(), std::vector{changed});
    }

    void sharesThem()
    {
        const QTemporaryDir folder;
        PresetStore store(folder.filePath(QStringLiteral("presets.json")));
        QVERIFY(store.save({QStringLiteral("plain"), {}}));
        QVERIFY(store.save(everything()));
        const QByteArray shared = store.exportJson({QStringLiteral("plain")});
        QVERIFY(!shared.contains("alles"));
        QCOMPARE(*store.importJson(shared), QStringList{QStringLiteral("plain (2)")});
        QCOMPARE(store.presets().size(), 3U);
        QVERIFY(!store.importJson("{}"));
        QCOMPARE(store.presets().size(), 3U);
    }

    void setsABrokenFileAside()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("presets.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"presets\": [");
        file.close();
        PresetStore store(file.fileName());
        QVERIFY(!store.warning().isEmpty());
        QVERIFY(store.save({QStringLiteral("new"), {}}));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
    }

    void tellsThatItCannotWrite()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("taken")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        PresetStore store(folder.filePath(QStringLiteral("taken/presets.json")));
        QCOMPARE(store.save({QStringLiteral("a"), {}}).error().code, ErrorCode::CannotWrite);
        QVERIFY(store.presets().empty());
    }
};

REGISTER_TEST(PresetTest)
#include "presettest.moc"
