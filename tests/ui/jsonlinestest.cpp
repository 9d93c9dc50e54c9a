// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/jsonlines.h"
#include "core/json/reader.h"
#include "core/report/reportparser.h"
#include "support/testregistry.h"
#include "ui/json/jsonhighlighter.h"
#include "ui/json/jsonlinetext.h"
#include "ui/json/jsonsearch.h"

#include <QElapsedTimer>

namespace {

const QByteArray smallReport = R"({
    "info": {"id": 7, "machine": {"name": "win10", "~a/b": [true, null, 1.5, 123456789012345678901]}, "none": {}},
    "behavior": {"processes": [
        "no object",
        {"process_id": 1234, "process_name": "a.exe", "calls": [
            {"timestamp": "2024-05-01 10:00:00,001", "thread_id": "8", "caller": "0x1", "parentcaller": "0x2",
             "category": "filesystem", "api": "NtCreateFile", "status": true, "return": "0x0", "pretty_return": "SUCCESS",
             "arguments": [{"name": "FileName", "value": "C:\\Users\\x", "pretty_value": "x"}, {"name": "Size", "value": 12}],
             "repeated": 0, "id": 0},
            {"timestamp": "2024-05-01 10:00:00,002", "thread_id": "8", "caller": "0x1", "parentcaller": "0x2",
             "category": "network", "api": "connect", "status": false, "return": "0xffff", "arguments": [], "repeated": 3, "id": 1}
        ]}]},
    "signatures": [{"name": "one", "marks": [1, 2]}, {"name": "two \u202e\u0007end"}]
})";

ui::JsonDocumentPtr documentOf(const QByteArray& text)
{
    const auto report = core::ReportParser::parse(text);
    return report ? std::make_shared<const ui::JsonDocument>(*report) : nullptr;
}

QString textOf(const ui::JsonLines& lines, std::int64_t row)
{
    return ui::jsonLineText(lines.document(), lines.at(row)).text;
}

void unfoldAll(ui::JsonLines& lines)
{
    for (std::int64_t row = 0; row < lines.count(); ++row) {
        if (const ui::JsonLine line = lines.at(row); line.shape == ui::JsonLine::Shape::Folded) {
            lines.unfold(line.path);
        }
    }
}

// A report whose one process made so many calls.
QByteArray reportWithCalls(int count)
{
    QByteArray text = R"({"behavior": {"processes": [{"process_id": 1, "calls": [)";
    for (int i = 0; i < count; ++i) {
        text += i > 0 ? "," : "";
        text += R"({"timestamp": "t", "api": "A)" + QByteArray::number(i % 50)
            + R"(", "arguments": [{"name": "n", "value": "v)" + QByteArray::number(i) + R"("}], "repeated": 0, "id": )"
            + QByteArray::number(i) + "}";
    }
    return text + "]}]}}";
}

} // namespace

class JsonLinesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isTheReportAgain();
    void opensFolded();
    void rowsAndPathsAgree();
    void foldsAndUnfolds();
    void unfoldsHugeListsAtOnce();
    void followsPointers();
    void showsWhatAFoldHolds();
    void showsHiddenCharacters();
    void cutsLongStrings();
    void findsInKeysAndValues();
    void stopsSearching();
    void ordersHits();
    void highlightsALineOutOfItsContext();
};

void JsonLinesTest::isTheReportAgain()
{
    const auto document = documentOf(smallReport);
    const auto original = core::json::parse(smallReport);
    QVERIFY(document && original);
    std::string text;
    QVERIFY(document->append(text, ui::JsonDocument::root(), 1 << 20));
    const auto again = core::json::parse(text);
    QVERIFY(again);
    QVERIFY2(*again == *original, text.c_str());

    ui::JsonLines lines(document);
    unfoldAll(lines);
    std::string shown;
    for (std::int64_t row = 0; row + 1 < lines.count(); ++row) {
        if (row != lines.rowOf(document->find("/signatures/1/name"))) { // its control characters are made visible
            shown += textOf(lines, row).toStdString() + '\n';
        } else {
            shown += "\"name\": \"two \\u202e\\u0007end\"\n";
        }
    }
    shown += "}";
    const auto fromLines = core::json::parse(shown);
    QVERIFY2(fromLines && *fromLines == *original, shown.c_str());
}

void JsonLinesTest::opensFolded()
{
    const ui::JsonLines lines(documentOf(smallReport));
    QCOMPARE(lines.count(), 5);
    QCOMPARE(textOf(lines, 0), QStringLiteral("{"));
    QCOMPARE(lines.at(1).shape, ui::JsonLine::Shape::Folded);
    QVERIFY(textOf(lines, 1).startsWith(QStringLiteral("\"info\": {\"id\": 7, \"machine\": {")));
    QVERIFY(textOf(lines, 1).endsWith(QStringLiteral("},")));
    QVERIFY(!textOf(lines, 3).endsWith(QLatin1Char(',')));
    QCOMPARE(textOf(lines, 4), QStringLiteral("}"));
}

void JsonLinesTest::rowsAndPathsAgree()
{
    ui::JsonLines lines(documentOf(smallReport));
    unfoldAll(lines);
    std::vector<ui::JsonPath> paths;
    for (std::int64_t row = 0; row < lines.count(); ++row) {
        const ui::JsonLine line = lines.at(row);
        const bool closing = line.shape == ui::JsonLine::Shape::Closing;
        QCOMPARE(lines.rowOf(line.path, closing), row);
        QVERIFY(line.shape != ui::JsonLine::Shape::Folded);
        if (!closing) {
            paths.push_back(line.path);
        }
    }
    QVERIFY(std::ranges::is_sorted(paths));
    for (const ui::JsonPath& path : paths) {
        QCOMPARE(lines.document().find(lines.document().pointer(path)), path);
    }
}

void JsonLinesTest::foldsAndUnfolds()
{
    ui::JsonLines lines(documentOf(smallReport));
    const ui::JsonPath call = lines.document().find("/behavior/processes/1/calls/1/api");
    QCOMPARE(lines.rowOf(call), lines.rowOf(lines.document().find("/behavior"))); // hidden by it
    lines.unfold(call);
    QCOMPARE(textOf(lines, lines.rowOf(call)), QStringLiteral("\"api\": \"connect\","));
    const std::int64_t unfolded = lines.count();
    const ui::JsonPath info = lines.document().find("/info");
    lines.unfold(info);
    QCOMPARE(lines.count(), unfolded + 4); // id, machine, none and the closing line
    QCOMPARE(textOf(lines, lines.rowOf(call)), QStringLiteral("\"api\": \"connect\","));
    lines.fold(info);
    QCOMPARE(lines.count(), unfolded);
    lines.fold(lines.document().find("/behavior"));
    QCOMPARE(lines.count(), 5);
    lines.fold({}); // the top stays
    QCOMPARE(lines.count(), 5);
    lines.unfold(lines.document().find("/info/none")); // nothing to unfold in it
    QCOMPARE(textOf(lines, lines.rowOf(lines.document().find("/info/none"))), QStringLiteral("\"none\": {}"));
}

void JsonLinesTest::unfoldsHugeListsAtOnce()
{
    constexpr int calls = 60'000;
    ui::JsonLines lines(documentOf(reportWithCalls(calls)));
    const ui::JsonPath list = lines.document().find("/behavior/processes/0/calls");
    QElapsedTimer timer;
    timer.start();
    lines.unfold(list);
    QCOMPARE(lines.count(), 11 + calls);
    QVERIFY2(timer.elapsed() < 100, "a list of folded items costs nothing for each");
    lines.unfoldWithChildren(list);
    // Each call has five members and brackets.
    QCOMPARE(lines.count(), 11 + std::int64_t(calls) * 7);
    const ui::JsonPath last = lines.document().find("/behavior/processes/0/calls/59999/id");
    QCOMPARE(textOf(lines, lines.rowOf(last)), QStringLiteral("\"id\": 59999"));
    for (std::int64_t row = 0; row < lines.count(); row += 997) {
        QCOMPARE(lines.rowOf(lines.at(row).path, lines.at(row).shape == ui::JsonLine::Shape::Closing), row);
    }
    lines.fold(lines.document().find("/behavior/processes/0/calls/7"));
    QCOMPARE(lines.count(), 11 + std::int64_t(calls) * 7 - 6);
    lines.foldAll();
    QCOMPARE(lines.count(), 3);
}

void JsonLinesTest::followsPointers()
{
    const auto document = documentOf(smallReport);
    const ui::JsonPath path = document->find("/info/machine/~0a~1b/3");
    QCOMPARE(document->pointer(path), std::string("/info/machine/~0a~1b/3"));
    std::string text;
    document->appendScalar(text, document->at(path));
    QCOMPARE(text, std::string("123456789012345678901"));
    QCOMPARE(document->pointer(document->find("/info/machine/nothing/4")), std::string("/info/machine"));
    QCOMPARE(document->pointer(document->find("/signatures/9")), std::string("/signatures"));
    QCOMPARE(document->pointer(document->find("/signatures/1x")), std::string("/signatures"));
    QVERIFY(document->find("").empty());
    QVERIFY(document->find("info").empty());
    const ui::JsonPath argument = document->find("/behavior/processes/1/calls/0/arguments/1/value");
    QCOMPARE(document->callOf(argument), std::optional<core::CallIndex>(0));
    QVERIFY(!document->callOf(path));
}

void JsonLinesTest::showsWhatAFoldHolds()
{
    ui::JsonLines lines(documentOf(smallReport));
    const ui::JsonPath calls = lines.document().find("/behavior/processes/1/calls");
    lines.unfold(calls);
    const std::int64_t row = lines.rowOf(calls) + 1;
    QCOMPARE(textOf(lines, row),
        QStringLiteral("{\"timestamp\": \"2024-05-01 10:00:00,001\", "
                       "\"api\": \"NtCreateFile\", \"status\": true, \"return\": \"0x0\", \u2026},"));
    const ui::JsonLine signatures = lines.at(lines.rowOf(lines.document().find("/signatures")));
    const ui::JsonLineText text = ui::jsonLineText(lines.document(), signatures);
    QCOMPARE(text.text, QStringLiteral("\"signatures\": [\u2026]"));
    QVERIFY(text.note.startsWith(QLatin1Char('2')));
}

void JsonLinesTest::showsHiddenCharacters()
{
    ui::JsonLines lines(documentOf(smallReport));
    const ui::JsonPath name = lines.document().find("/signatures/1/name");
    lines.unfold(name);
    QCOMPARE(textOf(lines, lines.rowOf(name)), QStringLiteral("\"name\": \"two <U+202E>\\u0007end\""));
}

void JsonLinesTest::cutsLongStrings()
{
    QByteArray text = "{\"info\": {\"long\": \"";
    for (int i = 0; i < 100'000; ++i) {
        text += "\xc3\xa9"; // two bytes each: a cut must not split one
    }
    text += "\"}}";
    ui::JsonLines lines(documentOf(text));
    const ui::JsonPath path = lines.document().find("/info/long");
    lines.unfold(path);
    const ui::JsonLineText shown = ui::jsonLineText(lines.document(), lines.at(lines.rowOf(path)));
    QVERIFY(shown.text.size() < 1000);
    QVERIFY(shown.text.endsWith(QStringLiteral("\u00e9\u2026\"")));
    QVERIFY(!shown.text.contains(QChar(QChar::ReplacementCharacter)));
    QVERIFY(!shown.note.isEmpty());
    QVERIFY(ui::jsonLineText(lines.document(), ui::JsonLines(lines.shared()).at(1)).text.size() < 1000);
}

void JsonLinesTest::findsInKeysAndValues()
{
    const auto document = documentOf(smallReport);
    const auto pointers = [&document](const QString& needle) {
        const ui::JsonHits hits = ui::findInJson(*document, needle, {});
        QStringList found;
        for (std::size_t i = 0; i < hits.size(); ++i) {
            found << QString::fromStdString(document->pointer(hits[i]));
        }
        return found;
    };
    QCOMPARE(pointers(QStringLiteral("ntcreate")), QStringList{QStringLiteral("/behavior/processes/1/calls/0/api")});
    QCOMPARE(pointers(QStringLiteral("c:\\users")),
        QStringList{QStringLiteral("/behavior/processes/1/calls/0/arguments/0/value")});
    QCOMPARE(pointers(QStringLiteral("pretty_")),
        (QStringList{QStringLiteral("/behavior/processes/1/calls/0/pretty_return"),
            QStringLiteral("/behavior/processes/1/calls/0/arguments/0/pretty_value")}));
    QCOMPARE(pointers(QStringLiteral("MACHINE")), QStringList{QStringLiteral("/info/machine")});
    QCOMPARE(pointers(QStringLiteral("567890123")), QStringList{QStringLiteral("/info/machine/~0a~1b/3")});
    QVERIFY(pointers(QStringLiteral("nowhere")).isEmpty());
    QVERIFY(pointers({}).isEmpty());
}

void JsonLinesTest::stopsSearching()
{
    const auto document = documentOf(reportWithCalls(1000));
    std::stop_source source;
    source.request_stop();
    QVERIFY(ui::findInJson(*document, QStringLiteral("v"), source.get_token()).empty());
    QCOMPARE(ui::findInJson(*document, QStringLiteral("v99"), {}).size(), std::size_t(11));
}

void JsonLinesTest::ordersHits()
{
    const auto document = documentOf(reportWithCalls(100));
    const ui::JsonHits hits = ui::findInJson(*document, QStringLiteral("api"), {});
    QCOMPARE(hits.size(), std::size_t(100));
    QCOMPARE(hits.firstFrom({}), std::size_t(0));
    QCOMPARE(hits.firstFrom(document->find("/behavior/processes/0/calls/40")), std::size_t(40));
    QCOMPARE(hits.firstFrom(document->find("/behavior/processes/0/calls/40/api")), std::size_t(40));
    QCOMPARE(hits.firstFrom(document->find("/behavior/processes/0/calls/40/id")), std::size_t(41));
    QCOMPARE(hits.firstFrom(document->find("/behavior/processes/0/calls/99/id")), std::size_t(100));
}

void JsonLinesTest::highlightsALineOutOfItsContext()
{
    ui::JsonHighlighter highlighter;
    const auto tokens = [&highlighter](const QString& line, bool inObject) {
        QHash<QString, ui::Token> found;
        for (const ui::JsonHighlighter::Span& span : highlighter.highlight(line, inObject)) {
            const QString text = line.sliced(span.start, span.length);
            for (const QString& word : text.split(QLatin1Char('"'), Qt::SkipEmptyParts)) {
                found.insert(word.trimmed(), span.token);
            }
        }
        return found;
    };
    const auto member = tokens(QStringLiteral("\"key\": \"value\","), true);
    QCOMPARE(member.value(QStringLiteral("key")), ui::Token::JsonKey);
    QCOMPARE(member.value(QStringLiteral("value")), ui::Token::JsonString);
    QCOMPARE(tokens(QStringLiteral("\"item\""), false).value(QStringLiteral("item")), ui::Token::JsonString);
    QCOMPARE(tokens(QStringLiteral("12,"), false).value(QStringLiteral("12")), ui::Token::JsonNumber);
    QCOMPARE(tokens(QStringLiteral("\"f\": 1.5"), true).value(QStringLiteral("1.5")), ui::Token::JsonNumber);
    QCOMPARE(tokens(QStringLiteral("\"b\": true,"), true).value(QStringLiteral("true")), ui::Token::JsonKeyword);
    QCOMPARE(tokens(QStringLiteral("null"), false).value(QStringLiteral("null")), ui::Token::JsonKeyword);
    const auto folded = tokens(QStringLiteral("\"o\": {\"in\": \"x\", \u2026},"), true);
    QCOMPARE(folded.value(QStringLiteral("in")), ui::Token::JsonKey);
    QCOMPARE(folded.value(QStringLiteral("x")), ui::Token::JsonString);
}

REGISTER_TEST(JsonLinesTest)
#include "jsonlinestest.moc"
