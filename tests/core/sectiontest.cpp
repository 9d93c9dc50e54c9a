// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/section.h"
#include "core/json/reader.h"
#include "core/result/analysisresult.h"
#include "core/result/resultwriter.h"
#include "support/testregistry.h"

#include <QtTest>

using namespace core;

class SectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textGrowsByLinesAndIsMadeSafe()
    {
        Section section("Title\x01");
        QCOMPARE(section.title(), std::string("Title\\x01"));
        QVERIFY(section.bodyText().isNull());
        section.addLine("one");
        section.addLine("two\x02");
        QCOMPARE(section.bodyText().toString(), std::string("one\ntwo\\x02"));
    }

    void tableTakesItsColumnsFromTheLastRow()
    {
        Section section("Table", BodyFormat::Table);
        QVERIFY(section.bodyText().isNull());
        section.addRow({{"a", 1}});
        section.addRow({});
        section.addRow({{"b", nullptr}, {"c", "\xc3\xa9"}});
        QCOMPARE(section.bodyText().toString(), std::string(R"([{"a": 1}, {"b": null, "c": "\u00e9"}])"));
        QCOMPARE(json::dump(section.bodyConfig()), std::string(R"({"column_order": ["b", "c"]})"));
    }

    void otherBodiesAreJsonText()
    {
        Section keyValue("Information", BodyFormat::KeyValue);
        QVERIFY(!keyValue.hasBody());
        keyValue.setItem("k", 1);
        keyValue.setItem("k", "v");
        QCOMPARE(keyValue.bodyText().toString(), std::string(R"({"k": "v"})"));
        Section ordered("Ordered", BodyFormat::OrderedKeyValue);
        ordered.addItem("k", 1);
        QCOMPARE(ordered.bodyText().toString(), std::string(R"([["k", 1]])"));
        Section multi("Multi", BodyFormat::Multi);
        multi.addPart(BodyFormat::Text, "words");
        multi.addPart(BodyFormat::KeyValue, json::Object{{"a", "\xf0\x9f\x98\x80"}});
        const std::string expected = R"([["TEXT", "words", {}], ["KEY_VALUE", {"a": "\ud83d\ude00"}, {}]])";
        QCOMPARE(multi.bodyText().toString(), expected);
    }

    void tagsKeepOrderAndHoldEachValueOnce()
    {
        Tags tags;
        QVERIFY(tags.add("network.port", 443));
        QVERIFY(!tags.add("network.port", 443));
        QVERIFY(tags.add("network.port", "443"));
        QVERIFY(!tags.add("network.dynamic.ip", ""));
        QVERIFY(!tags.add("", "x"));
        QVERIFY(tags.add("network.dynamic.ip", "192.0.2.2"));
        QVERIFY(tags.add("network.dynamic.ip", "192.0.2.1"));
        tags.sort("network.dynamic.ip");
        const std::string nested
            = R"({"network": {"port": [443, "443"], "dynamic": {"ip": ["192.0.2.1", "192.0.2.2"]}}})";
        QCOMPARE(json::dump(ResultWriter::nestedTags(tags)), nested);
    }

    void resultIsTheTreeInOrderWithDepths()
    {
        Section leaf("leaf");
        leaf.setHeuristic(1004);
        Section branch("branch");
        branch.addSubsection(std::move(leaf));
        AnalysisResult result;
        result.sections.emplace_back("root").addSubsection(std::move(branch));
        result.sections.front().addSubsection(Section("second"));
        const json::Value stored = ResultWriter::storedResult(result)["result"];
        std::string text;
        const auto sink = [&text](std::string_view piece) {
            text += piece;
            return true;
        };
        QVERIFY(ResultWriter::writeStored(result, sink));
        QCOMPARE(text, json::dump(ResultWriter::storedResult(result)));
        text.clear();
        QVERIFY(ResultWriter::writeService(result, sink));
        QCOMPARE(text, json::dump(ResultWriter::serviceResult(result)));
        QCOMPARE(stored["score"].toInteger(), 10);
        std::string shape;
        for (const json::Value& section : stored["sections"].toArray()) {
            shape += std::string(section["title_text"].toString()) + std::to_string(section["depth"].toInteger()) + ' ';
        }
        QCOMPARE(shape, std::string("root0 branch1 leaf2 second1 "));
        QCOMPARE(stored["sections"][2]["heuristic"]["name"].toString(), std::string("TCP/UDP Detected"));
        const json::Value service = ResultWriter::serviceResult(result)["result"]["sections"][2]["heuristic"];
        const std::string expected = R"({"heur_id": 1004, "score": 10, "attack_ids": [], "signatures": {}, )"
                                     R"("frequency": 1, "score_map": {}})";
        QCOMPARE(json::dump(service), expected);
    }
};

REGISTER_TEST(SectionTest)
#include "sectiontest.moc"
