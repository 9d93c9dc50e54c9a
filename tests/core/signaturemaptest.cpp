// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/signaturemap.h"
#include "core/result/warnings.h"
#include "support/conversionfixture.h"
#include "support/testregistry.h"

#include <QtTest>

using namespace core;

class SignatureMapTest : public QObject {
    Q_OBJECT

    static std::string signature(
        const std::string& name, const std::string& data = "[]", const std::string& severity = "1")
    {
        return "{\"name\": \"" + name
            + "\", \"description\": \"d\", \"categories\": [], \"families\": [], "
              "\"references\": [], \"severity\": "
            + severity + ", \"data\": " + data + "}";
    }

    static std::vector<MappedSignature> map(const std::string& signatures, Warnings& warnings)
    {
        return mapSignatures(test::parsed("[" + signatures + "]"), warnings);
    }

    static QStringList names(const std::string& signatures)
    {
        Warnings warnings;
        QStringList list;
        for (const MappedSignature& mapped : map(signatures, warnings)) {
            list.append(QString::fromStdString(mapped.name));
        }
        return list;
    }

private Q_SLOTS:
    void severityIsTranslated_data()
    {
        QTest::addColumn<QString>("severity");
        QTest::addColumn<int>("score");
        const QList<int> scores{0, 10, 30, 50, 500, 750, 1000, 1000, 1000};
        for (qsizetype i = 0; i < scores.size(); ++i) {
            QTest::addRow("%d", int(i)) << QString::number(i) << scores[i];
        }
        QTest::newRow("float") << QStringLiteral("3.0") << 50;
    }

    void severityIsTranslated()
    {
        QFETCH(QString, severity);
        QFETCH(int, score);
        QCOMPARE(scoreOfSeverity(test::parsed(severity.toStdString())), std::optional(score));
    }

    void oddSeverityCountsAsTheNearestAndIsNamed()
    {
        Warnings warnings;
        const auto mapped = map(signature("a", "[]", "99") + "," + signature("b", "[]", "null"), warnings);
        QCOMPARE(mapped.at(0).score, 1000);
        QCOMPARE(mapped.at(1).score, 0);
        QCOMPARE(warnings.list().size(), 2);
        QVERIFY(warnings.list().first().contains(QLatin1String("severity")));
    }

    void droppedSignaturesAreLeftOut()
    {
        QCOMPARE(names(signature("stealth_timeout") + "," + signature("other")), QStringList{QStringLiteral("other")});
    }

    void networkHttpIsNoiseBesideCommandAndControl()
    {
        const QStringList alone{QStringLiteral("network_http")};
        QCOMPARE(names(signature("network_http")), alone);
        QCOMPARE(names(signature("network_http") + "," + signature("network_cnc_http")),
            QStringList{QStringLiteral("network_cnc_http")});
    }

    void signatureWhoseMarksAllHideIsAFalsePositive()
    {
        QVERIFY(names(signature("a", "[{\"x\": null}, {\"type\": \"call\", \"pid\": 1}]")).isEmpty());
        QVERIFY(names(signature("a", "[{\"data_being_encrypted\": \"secret\"}]")).isEmpty());
        QCOMPARE(names(signature("a", "[{\"x\": null}, {\"y\": \"shown\"}]")).size(), 1);
        QCOMPARE(names(signature("a", "[{\"type\": \"call\", \"pid\": 1}]")).size(), 1);
    }

    void emptyItemUnderANumberTakesThatMarkAway()
    {
        Warnings warnings;
        const auto mapped = map(signature("a", R"([{"1": ""}, {"gone": 1}, {"kept": 2}])"), warnings);
        QCOMPARE(mapped.at(0).marks.size(), std::size_t(2));
        QCOMPARE(mapped.at(0).marks.at(1), test::parsed("{\"kept\": 2}"));
    }

    void missingFieldsCostOnlyThemselves()
    {
        Warnings warnings;
        const auto mapped = map(R"({"name": "a", "severity": 2}, {"severity": 1})", warnings);
        QCOMPARE(mapped.size(), std::size_t(1));
        QCOMPARE(mapped.at(0).score, 30);
        QCOMPARE(mapped.at(0).description, std::string("No description for signature."));
        const QString all = warnings.list().join(QLatin1Char('\n'));
        for (const char* field : {"description", "categories", "families", "references", "data"}) {
            QVERIFY2(all.contains(QLatin1String(field)), field);
        }
        QVERIFY(all.contains(QLatin1String("without a name")));
    }

    void anOddDescriptionIsWhatTheServiceMakesOfIt()
    {
        Warnings warnings;
        const auto mapped = map(R"({"name": "a", "severity": 1, "data": [], "description": 7, "families": "ab"},
            {"name": "b", "severity": 1, "data": [], "description": null, "families": {"k": 1}},
            {"name": "c", "severity": 1, "data": [], "description": "", "families": ["x", 5]})",
            warnings);
        QCOMPARE(mapped.size(), std::size_t(3));
        QVERIFY(mapped[0].description == json::Value(7));
        QVERIFY(mapped[0].families.empty()); // a text is no list of its letters
        QVERIFY(mapped[1].description.isNull());
        QVERIFY(mapped[1].families.empty());
        QVERIFY(mapped[2].description == json::Value(""));
        QVERIFY((mapped[2].families == json::Array{"x"}));
        for (const char* name : {"\"a\"", "\"b\"", "\"c\""}) {
            const QStringList ofSignature = warnings.list().filter(QLatin1StringView(name));
            QVERIFY2(!ofSignature.filter(QStringLiteral("families")).isEmpty(), name);
        }
    }

    void marksThatAreNoObjectsAreLeftOut()
    {
        Warnings warnings;
        const auto mapped = map(signature("a", R"(["text", {"k": "v"}])"), warnings);
        QCOMPARE(mapped.at(0).marks.size(), std::size_t(1));
        QCOMPARE(warnings.list().size(), 1);
    }
};

REGISTER_TEST(SignatureMapTest)
#include "signaturemaptest.moc"
