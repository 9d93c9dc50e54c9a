// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reference/apievents.h"
#include "core/reference/attack.h"
#include "core/reference/domains.h"
#include "core/reference/filetypes.h"
#include "core/reference/heuristics.h"
#include "core/reference/httpheaders.h"
#include "core/reference/iocconstants.h"
#include "core/reference/processtrees.h"
#include "core/reference/safelistentries.h"
#include "core/reference/service.h"
#include "core/reference/signatures.h"
#include "support/testregistry.h"
#include "testpaths.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace core::reference;

// The compiled-in tables against the JSON files that they are made of.
class ReferenceTablesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void attack()
    {
        const QJsonObject json = load("attack").object();
        const QJsonObject techniques = json.value(QLatin1String("techniques")).toObject();
        QVERIFY(techniques.size() > 800);
        for (auto it = techniques.begin(); it != techniques.end(); ++it) {
            const auto technique = attackTechnique(it.key().toStdString());
            QVERIFY(technique);
            QCOMPARE(text(technique->name), it.value()[QLatin1String("name")].toString());
            QCOMPARE(qsizetype(technique->categories.size()), it.value()[QLatin1String("categories")].toArray().size());
        }
        const auto software = attackSoftware("S0002");
        QVERIFY(software);
        QCOMPARE(text(software->name), QStringLiteral("Mimikatz"));
        QCOMPARE(text(software->type), QStringLiteral("tool"));
        QCOMPARE(int(software->attackIds.size()), 17);
        QCOMPARE(text(attackGroup("G0007")->name), QStringLiteral("APT28"));
        QCOMPARE(text(*replacementOfRevoked("G0042")), QStringLiteral("G0040"));
        QVERIFY(!attackTechnique("T0000"));
        QVERIFY(!attackTechnique(""));
    }

    void heuristicsOfTheManifest()
    {
        const QJsonArray json = load("heuristics").array();
        QHash<int, QJsonValue> rows; // the manifest uses some ids twice
        for (const QJsonValue& row : json) {
            rows[row[QLatin1String("heur_id")].toInt()] = row;
        }
        QCOMPARE(qsizetype(heuristics().size()), rows.size());
        for (const QJsonValue& row : std::as_const(rows)) {
            const HeuristicInfo* info = heuristicById(row[QLatin1String("heur_id")].toInt());
            QVERIFY(info);
            QCOMPARE(text(info->name), row[QLatin1String("name")].toString());
            QCOMPARE(text(info->description), row[QLatin1String("description")].toString());
            QCOMPARE(info->score, row[QLatin1String("score")].toInt());
            QCOMPARE(info->maxScore.value_or(-1), row[QLatin1String("max_score")].toInt(-1));
            const QJsonObject scores = row[QLatin1String("signature_score_map")].toObject();
            QCOMPARE(qsizetype(info->signatureScores.size()), scores.size());
            for (auto it = scores.begin(); it != scores.end(); ++it) {
                QCOMPARE(info->scoreOf(it.key().toStdString()), std::optional(it.value().toInt()));
            }
        }
        QVERIFY(!heuristicById(0));
        QVERIFY(!heuristicById(100000));
        QCOMPARE(text(heuristicById(3)->name), QStringLiteral("Suspicious_tree_id"));
    }

    void signatures()
    {
        const QJsonObject categories = load("signature_categories").object();
        for (auto it = categories.begin(); it != categories.end(); ++it) {
            QCOMPARE(text(signatureCategory(it.key().toStdString()).value_or("")), it.value().toString());
        }
        QVERIFY(!signatureCategory("no_such_signature"));
        QVERIFY(isDroppedSignature("stealth_timeout"));
        QVERIFY(!isDroppedSignature("stealth"));
        QCOMPARE(text(*signatureAction("deletes_self")), QStringLiteral("file_delete"));
    }

    void apiEventsKeepTheirOrder()
    {
        const QJsonArray json = load("api_events").array();
        QCOMPARE(qsizetype(apiEvents().size()), json.size());
        for (qsizetype i = 0; i < json.size(); ++i) {
            const ApiEventRule& event = apiEvents()[std::size_t(i)];
            QCOMPARE(text(event.event), json[i][QLatin1String("event")].toString());
            QCOMPARE(text(event.object), json[i][QLatin1String("object")].toString());
            const QJsonArray arguments = json[i][QLatin1String("arguments")].toArray();
            QCOMPARE(qsizetype(event.arguments.size()), arguments.size());
            for (qsizetype a = 0; a < arguments.size(); ++a) {
                QCOMPARE(text(event.arguments[std::size_t(a)].keptName), arguments[a][0].toString());
                QCOMPARE(text(event.arguments[std::size_t(a)].name), arguments[a][1].toString());
            }
            for (const QJsonValue& api : json[i][QLatin1String("apis")].toArray()) {
                QVERIFY(std::ranges::contains(apiEventsOf(api.toString().toStdString()), std::uint16_t(i)));
            }
        }
        QCOMPARE(int(apiEventsOf("NtQueryValueKey").size()), 2);
        QVERIFY(std::ranges::is_sorted(apiEventsOf("NtQueryValueKey")));
        QVERIFY(apiEventsOf("NoSuchApi").empty());
    }

    void domains()
    {
        QVERIFY(isTopLevelDomain("COM"));
        QVERIFY(isTopLevelDomain("ONION"));
        QVERIFY(!isTopLevelDomain("HOME.ARPA"));
        QVERIFY(!isTopLevelDomain("com"));
        QVERIFY(!isTopLevelDomain("TXT"));
        QVERIFY(isExtractedTopLevelDomain("GOO"));
        QVERIFY(!isExtractedTopLevelDomain("WEB"));
        QVERIFY(isTopLevelDomain("WEB"));
        QVERIFY(isCommonVariable("application"));
        QVERIFY(isReliableTopLevelDomain("com"));
        QVERIFY(!isReliableTopLevelDomain("in"));
    }

    void otherTables()
    {
        QVERIFY(isStandardHttpHeader("USER-AGENT"));
        QVERIFY(!isStandardHttpHeader("X-MADE-UP"));
        QCOMPARE(text(supportedExtensions()[0]), QStringLiteral("au3"));
        QVERIFY(isSupportedExtension("7z"));
        QCOMPARE(text(*extensionOfType("code/ps1")), QStringLiteral(".ps1"));
        QVERIFY(isSafeTreeId("3973e022e93220f9212c18d0d0c543ae7c309e46640da93a4a0314de999f5112"));
        QVERIFY(!isSafeTreeId(""));
        QCOMPARE(qsizetype(safeProcessTrees().size()), load("safe_process_trees").object().size());
        QCOMPARE(int(suspiciousChildPatterns().size()), 6);
        QCOMPARE(int(minUriChars()), 11);
        QCOMPARE(
            qsizetype(safelistPatterns().size()), load("system_safelist")[QLatin1String("regex")].toObject().size());
    }

    void submissionParameters()
    {
        const SubmissionParam* image = submissionParam("specific_image");
        QVERIFY(image);
        QCOMPARE(text(image->type), QStringLiteral("list"));
        QCOMPARE(text(image->defaultJson), QStringLiteral("\"auto\""));
        QCOMPARE(int(image->choices.size()), 3);
        QCOMPARE(text(submissionParam("force_sleepskip")->defaultJson), QStringLiteral("true"));
        QVERIFY(!submissionParam("nothing"));
        QCOMPARE(service().timeoutSeconds, 800);
        const QByteArray config(serviceConfigJson().data(), qsizetype(serviceConfigJson().size()));
        QCOMPARE(QJsonDocument::fromJson(config), load("service_config"));
    }

private:
    static QString text(std::string_view view) { return QString::fromUtf8(view.data(), qsizetype(view.size())); }

    static QJsonDocument load(const char* table)
    {
        QFile file(
            QLatin1String(CAPEWB_SOURCE "/resources/reference/") + QLatin1String(table) + QLatin1String(".json"));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
    }
};

REGISTER_TEST(ReferenceTablesTest)
#include "referencetablestest.moc"
