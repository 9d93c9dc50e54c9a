// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testregistry.h"

#include "core/filetype/jsontext.h"

#include <QtTest>

using core::filetype::isJsonText;

// What Python's json.load takes; each row was tried with it.
class JsonTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesWhatPythonTakes_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const QByteArray& text) { QTest::newRow(text.left(30).constData()) << text; };
        for (const char* text : {"1", "\"a\"", "null", "[]", "{}", " [1] \n", "NaN", "-Infinity", "[1e5, -0.5E+3]",
                 "\"\\ud800\"", "{\"a\": {\"b\": [true, false]}, \"a\": 2}", "{\"a\" : NaN}"}) {
            row(text);
        }
        row(QByteArray(500, '[') + QByteArray(500, ']'));
        row(QByteArray(4300, '9'));
        row(QByteArray(5000, '9') + ".5");
    }

    void takesWhatPythonTakes()
    {
        QFETCH(QByteArray, text);
        QVERIFY(isJsonText(std::string_view(text.constData(), std::size_t(text.size()))));
    }

    void refusesWhatPythonRefuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const QByteArray& text) { QTest::newRow(text.left(30).toHex().constData()) << text; };
        for (const char* text : {"", " ", "[1,]", "{\"a\": 1,}", "01", "1.", ".5", "+1", "-", "1e", "\"\t\"", "\"\\x41\"",
                 "\"\\u12\"", "\"open", "\xef\xbb\xbf[1]", "{\"a\": 1}{\"b\": 2}", "{1: 2}", "{'a': 1}", "[1 2]", "[1",
                 "{\"a\"}", "]", "[1}", "tru", "\f[1]", "[1]\v", "{\"a\": \"\xe9\"}", "\"\\"}) {
            row(text);
        }
        row(QByteArray("[1]\0", 4));
        row(QByteArray(3000, '[') + QByteArray(3000, ']'));
        row(QByteArray(4301, '9'));
    }

    void refusesWhatPythonRefuses()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!isJsonText(std::string_view(text.constData(), std::size_t(text.size()))));
    }
};

REGISTER_TEST(JsonTextTest)
#include "jsontexttest.moc"
