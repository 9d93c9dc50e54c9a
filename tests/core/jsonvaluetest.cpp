// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/python.h"
#include "core/json/value.h"
#include "support/testregistry.h"

#include <QtTest>

#include <random>

using namespace core::json;

namespace {

// The plain way: byte by byte.
std::string quotedByBytes(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        constexpr std::string_view odd = "\"\\\n\r\t\b\f";
        constexpr std::string_view letters = "\"\\nrtbf";
        if (const std::size_t at = odd.find(c); at != std::string_view::npos) {
            out += {'\\', letters[at]};
        } else if (static_cast<unsigned char>(c) < ' ') {
            out += "\\u00" + QByteArray(&c, 1).toHex().toStdString();
        } else {
            out += c;
        }
    }
    return out + '"';
}

std::string dumped(std::string_view text)
{
    std::string out = "before";
    dumpString(out, text);
    return out.substr(6);
}

} // namespace

class JsonValueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSinkGetsTheSameTextInPieces()
    {
        Array items;
        for (int i = 0; i < 20'000; ++i) {
            items.push_back(Object{{"key", i}, {"text", std::string(std::size_t(i % 50), '"')}});
        }
        items.push_back(std::string(300'000, '\n'));
        const Value value = items;
        std::string text;
        std::size_t longest = 0;
        QVERIFY(dumpTo(
            [&](std::string_view piece) {
                text += piece;
                longest = std::max(longest, piece.size());
                return true;
            },
            value));
        QVERIFY(text == dump(value));
        QVERIFY(longest < 100'000);
        int pieces = 0;
        QVERIFY(!dumpTo([&](std::string_view) { return ++pieces < 2; }, value));
        QCOMPARE(pieces, 2);
    }

    void repeatedKeyKeepsPlaceAndTakesLastValue()
    {
        Object object{{"a", 1}, {"b", 2}};
        object.set("a", 3);
        QCOMPARE(dump(object), std::string("{\"a\": 3, \"b\": 2}"));
    }

    void equalityIsPythons()
    {
        QVERIFY(Value(1) == Value(1.0));
        QVERIFY(Value(true) == Value(1));
        QVERIFY(!(Value("1") == Value(1)));
        QVERIFY((Value(Object{{"a", 1}, {"b", 2}}) == Value(Object{{"b", 2}, {"a", 1}})));
        QCOMPARE(hashOf(Object{{"a", 1}, {"b", 2}}), hashOf(Object{{"b", 2.0}, {"a", true}}));
    }

    void reprIsPythons_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("repr");
        QTest::newRow("plain") << QByteArray("abc") << QByteArray("'abc'");
        QTest::newRow("single quote") << QByteArray("it's") << QByteArray("\"it's\"");
        QTest::newRow("both quotes") << QByteArray("it's \"x\"") << QByteArray("'it\\'s \"x\"'");
        QTest::newRow("control") << QByteArray("a\x01\n\x7f") << QByteArray("'a\\x01\\n\\x7f'");
        QTest::newRow("no-break space") << QByteArray("\xc2\xa0") << QByteArray("'\\xa0'");
        QTest::newRow("letter") << QByteArray("\xc3\xa9") << QByteArray("'\xc3\xa9'");
        QTest::newRow("bidi") << QByteArray("\xe2\x80\xae") << QByteArray("'\\u202e'");
    }

    void reprIsPythons()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, repr);
        QCOMPARE(QByteArray::fromStdString(python::repr(std::string_view(text.constData(), std::size_t(text.size())))),
            repr);
    }

    void floatsArePythons()
    {
        QCOMPARE(python::repr(1.0), std::string("1.0"));
        QCOMPARE(python::repr(0.1), std::string("0.1"));
        QCOMPARE(python::repr(1e-5), std::string("1e-05"));
        QCOMPARE(python::repr(1e16), std::string("1e+16"));
        QCOMPARE(python::repr(123456789.125), std::string("123456789.125"));
    }

    void intIsPythons()
    {
        QVERIFY(python::toInt(" -1_000\n") == std::optional<Value>(-1000));
        QVERIFY(python::toInt("\xd9\xa3") == std::optional<Value>(3)); // an Arabic digit
        QVERIFY(python::toInt("007") == std::optional<Value>(7));
        QVERIFY(python::toInt(-5.9) == std::optional<Value>(-5));
        QVERIFY(python::toInt(true) == std::optional<Value>(1));
        QVERIFY(python::toInt("99999999999999999999") == std::optional<Value>(BigInteger{"99999999999999999999"}));
        for (const char* text : {"", "5.0", "_5", "5__0", "5_", "0x5", "- 5"}) {
            QVERIFY2(!python::toInt(text), text);
        }
        QVERIFY(!python::toInt(nullptr));
    }

    void truthIsPythons()
    {
        QVERIFY(!python::truthy(nullptr));
        QVERIFY(!python::truthy(0));
        QVERIFY(!python::truthy(""));
        QVERIFY(!python::truthy(Array{}));
        QVERIFY(python::truthy("0"));
        QVERIFY(python::truthy(Array{nullptr}));
    }

    void dumpEscapesAndIndents()
    {
        QCOMPARE(dump("a\"\\\n\x01"), std::string("\"a\\\"\\\\\\n\\u0001\""));
        QCOMPARE(dump(Array{1, Object{}}, 1), std::string("[\n 1,\n {}\n]"));
    }

    void everyByteAtEveryPlaceOfAWordIsAsBytesHaveIt()
    {
        for (int first = 0; first < 256; ++first) {
            for (std::size_t before = 0; before < 1040; before += before < 17 ? 1 : 341) {
                for (const char* after : {"", "\"", "\x1f", " ", "\xbf\xa2\xdc", "#]\x7f\\\xff", "plain and long"}) {
                    const std::string text = std::string(before, '~') + char(first) + after;
                    QCOMPARE(dumped(text), quotedByBytes(text));
                }
            }
        }
    }

    void randomBytesAreAsBytesHaveThem()
    {
        std::mt19937 random(4711);
        for (int round = 0; round < 2000; ++round) {
            const bool odd = round % 2 == 0; // a text of nothing but escapes, or of anything
            std::string text(random() % 3000, '\0');
            std::ranges::generate(text, [&] { return char(random() % (odd ? 0x20 : 0x100)); });
            QCOMPARE(dumped(text), quotedByBytes(text));
        }
    }
};

REGISTER_TEST(JsonValueTest)
#include "jsonvaluetest.moc"
