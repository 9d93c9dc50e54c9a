// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/string.h"
#include "support/testregistry.h"

#include <QtTest>

#include <optional>

using namespace core::json;

class JsonStringTest : public QObject {
    Q_OBJECT

private:
    static constexpr std::size_t beyondEveryForm = 40;

    // Differs at every place, and has a NUL and a byte beyond ASCII.
    static std::string textOf(std::size_t size)
    {
        std::string text;
        for (std::size_t i = 0; i < size; ++i) {
            text += char(i * 37 + size);
        }
        return text;
    }

private Q_SLOTS:
    void keepsTextsOfEveryLength()
    {
        Arena arena;
        for (std::size_t size = 0; size < beyondEveryForm; ++size) {
            const std::string text = textOf(size);
            QCOMPARE(String(text).view(), std::string_view(text));
            QCOMPARE(String(text, &arena).view(), std::string_view(text));
            QCOMPARE(String::over(text).view(), std::string_view(text));
            QCOMPARE(String(text).size(), size);
            QCOMPARE(String(text).empty(), size == 0);
        }
    }

    void equalsByItsText()
    {
        Arena arena;
        for (std::size_t size = 0; size < beyondEveryForm; ++size) {
            const std::string text = textOf(size);
            const String string(text);
            QVERIFY(string == String(text, &arena));
            QVERIFY(string == String::over(text));
            QVERIFY(string == text);
            QVERIFY(string != String(text + 'x'));
            for (std::size_t place = 0; place < size; ++place) {
                std::string other = text;
                other[place] ^= 1;
                QVERIFY(string != String(other));
                QVERIFY(string != other);
            }
        }
    }

    void aCopyOutlivesTheArena()
    {
        const std::string text = textOf(beyondEveryForm);
        std::optional<String> copy;
        {
            Arena arena;
            const String inArena(text, &arena);
            copy = inArena;
        }
        QCOMPARE(copy->view(), std::string_view(text));
    }

    void movesAndAssigns()
    {
        for (const std::size_t size : {3UL, beyondEveryForm}) {
            const std::string text = textOf(size);
            String from(text);
            String to("what was there before and is long");
            to = std::move(from);
            QCOMPARE(to.view(), std::string_view(text));
            String& same = to;
            to = same;
            QCOMPARE(to.view(), std::string_view(text));
        }
    }

    void appendsAcrossItsForms()
    {
        Arena arena;
        String grown;
        std::string expected;
        for (std::size_t size = 0; size < beyondEveryForm; ++size) {
            grown.append(textOf(size));
            expected += textOf(size);
            QCOMPARE(grown.view(), std::string_view(expected));
        }
        grown.append(grown); // its own text
        QCOMPARE(grown.view(), std::string_view(expected + expected));
        String borrowed(expected, &arena);
        borrowed.append("!");
        QCOMPARE(borrowed.view(), std::string_view(expected + '!'));
    }
};

REGISTER_TEST(JsonStringTest)
#include "jsonstringtest.moc"
