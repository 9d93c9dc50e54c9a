// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/reader.h"
#include "support/testregistry.h"

#include <QtTest>

using namespace core;

namespace {

std::string read(std::string_view text)
{
    const Result<json::Value> value = json::parse(text);
    return value ? json::dump(*value) : std::string("refused");
}

} // namespace

class JsonReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAsPython_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("dumped");
        const auto row = [](const char* name, const char* text, const char* dumped) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(dumped);
        };
        row("object", "{\"a\":1,\"b\":[true,false,null]}", "{\"a\": 1, \"b\": [true, false, null]}");
        row("white space", " { \"a\" : [ 1 , 2 ] } \n", "{\"a\": [1, 2]}");
        row("empty containers", "[{},[],\"\"]", "[{}, [], \"\"]");
        row("escapes", "[\"\\u00e9\\n\\\\\\/\"]", "[\"\xc3\xa9\\n\\\\/\"]");
        row("surrogate pair", "[\"\\ud83d\\ude00\"]", "[\"\xf0\x9f\x98\x80\"]");
        row("lone surrogate", "[\"a\\ud800b\"]",
            "[\"a\xef\xbf\xbd"
            "b\"]");
        row("NUL", "[\"a\\u0000b\"]", "[\"a\\u0000b\"]");
        row("repeated key", "{\"a\":1,\"b\":2,\"a\":3}", "{\"a\": 3, \"b\": 2}");
        row("keys that look alike", "{\"ab1\":1,\"ab2\":2,\"ab1\":3}", "{\"ab1\": 3, \"ab2\": 2}");
        row("integers of 18 and 19 figures", "[-999999999999999999,9223372036854775807]",
            "[-999999999999999999, 9223372036854775807]");
        row("big integer", "[123456789012345678901234567890]", "[123456789012345678901234567890]");
        row("negative", "[-9223372036854775808,-0]", "[-9223372036854775808, 0]");
        row("floats", "[1.0,1e3,-2.5E-3,1e-400]", "[1.0, 1000.0, -0.0025, 0.0]");
        row("byte order mark", "\xef\xbb\xbf{}", "{}");
        row("root scalar", "42", "42");
        row("root string", "\"x\"", "\"x\"");
        row("trailing comma", "[1,]", "refused");
        row("trailing comma in object", "{\"a\":1,}", "refused");
        row("no comma", "[1 2]", "refused");
        row("no colon", "{\"a\" 1}", "refused");
        row("key that is no string", "{1:2}", "refused");
        row("leading zero", "[01]", "refused");
        row("bare point", "[1.]", "refused");
        row("word", "[nul]", "refused");
        row("word too long", "[trueish]", "refused");
        row("bad escape", "[\"\\q\"]", "refused");
        row("raw control character", "[\"a\nb\"]", "refused");
        row("bad UTF-8", "[\"\xff\"]", "refused");
        row("unclosed", "[1", "refused");
        row("unclosed string", "[\"a", "refused");
        row("wrong bracket", "[1}", "refused");
        row("lone bracket", "]", "refused");
        row("two documents", "{} {}", "refused");
        row("empty", "", "refused");
        row("white space alone", "  \n", "refused");
        row("text after string", "[\"a\"b]", "refused");
    }

    void readsAsPython()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, dumped);
        QCOMPARE(QByteArray::fromStdString(read(text.toStdString())), dumped);
    }

    void escapesAtEveryPlace()
    {
        for (qsizetype size = 0; size < 20; ++size) {
            for (qsizetype place = 0; place <= size; ++place) {
                const QByteArray start(place, 'a');
                const QByteArray end(size - place, 'b');
                // A backslash right behind the text is another text's.
                const QByteArray text = "[\"" + start + "\\u0041" + end + "\",\"" + end + "\",\"\\n\"]";
                const QByteArray dumped = "[\"" + start + 'A' + end + "\", \"" + end + "\", \"\\n\"]";
                QCOMPARE(QByteArray::fromStdString(read(text.toStdString())), dumped);
            }
        }
    }

    void infinityAndNaNAreNumbers()
    {
        const Result<json::Value> value = json::parse("[NaN, Infinity, -Infinity, 1e999]");
        QVERIFY(value.has_value());
        QVERIFY(qIsNaN((*value)[0].toDouble()));
        QVERIFY(qIsInf((*value)[1].toDouble()));
        QVERIFY((*value)[2].toDouble() < 0);
        QVERIFY(qIsInf((*value)[3].toDouble()));
    }

    void manyRepeatedKeysTakeLinearTime()
    {
        std::string text = "{";
        for (int i = 0; i < 200'000; ++i) {
            text += "\"k" + std::to_string(i % 100'000) + "\":" + std::to_string(i) + ",";
        }
        text.back() = '}';
        const Result<json::Value> value = json::parse(text);
        QVERIFY(value.has_value());
        QCOMPARE(value->size(), std::size_t(100'000));
        QCOMPARE((*value)["k7"].toInteger(), 100'007);
    }

    void limitsHold()
    {
        const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
        QCOMPARE(json::parse(deep).error().code, ErrorCode::TooLarge);
        const json::ReadLimits few{.values = 3};
        QCOMPARE(json::parse("[1,2,3,4]", few).error().code, ErrorCode::TooLarge);
        const json::ReadLimits small{.bytes = 4};
        QCOMPARE(json::parse("[1,2,3,4]", small).error().code, ErrorCode::TooLarge);
        QVERIFY(json::parse(std::string(256, '[') + std::string(256, ']')).has_value());
    }

    void aFileThatIsNotThereIsAnError()
    {
        QCOMPARE(json::parseFile(QStringLiteral("/nonexistent/x.json")).error().code, ErrorCode::CannotRead);
    }
};

REGISTER_TEST(JsonReaderTest)
#include "jsonreadertest.moc"
