// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/asciijson.h"
#include "support/testregistry.h"

#include <QtTest>

#include <random>

using namespace core;

namespace {

// The plain way: all of the JSON in UTF-16, and each unit beyond ASCII escaped.
std::string escapedAtTheEnd(const json::Value& value)
{
    std::string ascii;
    for (const QChar c : QString::fromStdString(json::dump(value))) {
        const char16_t unit = c.unicode();
        ascii += unit < 0x80
            ? std::string(1, char(unit))
            : "\\u" + QString::number(unit, 16).rightJustified(4, QLatin1Char('0')).toStdString();
    }
    return ascii;
}

json::Value inTree(const std::string& text)
{
    json::Object object;
    object.append(text, text);
    object.append("numbers", json::Array{1, -2.5, nullptr, true, json::BigInteger{"123456789012345678901"}});
    object.append("empty", json::Array{json::Array(), json::Object(), ""});
    return json::Array{std::move(object), text};
}

} // namespace

class AsciiJsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesAsPythonDoes()
    {
        const json::Value value = json::Array{"a\x7f\"\\/\b\f\n\r\t\x01\x1f", "\xc3\xa9\xf0\x9f\x98\x80",
            json::Object{{"\xe2\x82\xac", 1}, {"k", nullptr}}};
        QCOMPARE(asciiJson(value),
            std::string("[\"a\x7f\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\", \"\\u00e9\\ud83d\\ude00\", "
                        "{\"\\u20ac\": 1, \"k\": null}]"));
        QCOMPARE(asciiJson("\xef\xbb\xbfmarked"), std::string("\"\\ufeffmarked\""));
    }

    void everyByteAtEveryPlaceOfAWordIsAsThePlainWayHasIt()
    {
        for (int first = 0; first < 256; ++first) {
            for (std::size_t before = 0; before < 17; ++before) {
                for (const char* after : {"", "\"", "\x1f", " ", "!", "\xbf", "\x80 ", "#]\x7f\\", "plain and long"}) {
                    const std::string text = std::string(before, '~') + char(first) + after;
                    const json::Value value = inTree(text);
                    QCOMPARE(asciiJson(value), escapedAtTheEnd(value));
                }
            }
        }
    }

    void longTextsAreAsThePlainWayHasThem()
    {
        for (const std::string_view piece : {"~", "\x01", "\"", "\xc3\xa9", "\xe2\x82\xac", "\xff", "ab\n"}) {
            for (std::size_t before = 1015; before < 1030; ++before) {
                std::string text(before, '#');
                for (int i = 0; i < 3000; ++i) {
                    text += piece;
                }
                const json::Value value = json::Array{text};
                QCOMPARE(asciiJson(value), escapedAtTheEnd(value));
            }
        }
    }

    void randomTextsAreAsThePlainWayHasThem()
    {
        // Pieces of UTF-8, whole and broken: lone continuations, overlong forms, surrogates, a cut sequence.
        const std::vector<std::string> pieces = {"\"", "\\", "\n", std::string(1, '\0'), "\x7f", "a", "word ", "{\"k\": 1}",
            "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80", "\xef\xbb\xbf", "\x80", "\xc3", "\xe2\x82", "\xf0\x9f\x98",
            "\xed\xa0\x80", "\xc0\xaf", "\xf4\x90\x80\x80", "\xff"};
        std::mt19937 random(4711);
        for (int round = 0; round < 20'000; ++round) {
            std::string text;
            for (auto left = random() % 24; left > 0; --left) {
                text += pieces[random() % pieces.size()];
            }
            const json::Value value = inTree(text);
            QCOMPARE(asciiJson(value), escapedAtTheEnd(value));
        }
    }
};

REGISTER_TEST(AsciiJsonTest)
#include "asciijsontest.moc"
