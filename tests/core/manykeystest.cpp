// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/memberfinder.h"
#include "core/json/objectbuilder.h"
#include "core/json/valuereader.h"
#include "support/testregistry.h"

#include <QtTest>

#include <array>

using namespace core::json;

namespace {

constexpr int many = 300; // beyond the sizes up to which members are searched one by one

std::string keyOf(int number)
{
    return "key " + std::to_string(number);
}

Object ascending()
{
    ObjectBuilder builder;
    for (int i = 0; i < many; ++i) {
        builder.set(keyOf(i), i);
    }
    return builder.take();
}

Object descending()
{
    ObjectBuilder builder;
    for (int i = many - 1; i >= 0; --i) {
        builder.set(keyOf(i), i);
    }
    return builder.take();
}

} // namespace

// Objects of more members than a report's usually have.
class ManyKeysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRepeatedKeyKeepsItsPlaceAndTakesTheLastValue()
    {
        for (const int size : {3, many}) {
            ObjectBuilder builder;
            for (int round = 0; round < 2; ++round) {
                for (int i = 0; i < size; ++i) {
                    builder.set(keyOf(i), i + 1000 * round);
                }
            }
            const Object object = builder.take();
            QCOMPARE(object.size(), std::size_t(size));
            int i = 0;
            for (const auto& [key, value] : object) {
                QCOMPARE(std::string(key), keyOf(i));
                QCOMPARE(value, Value(i + 1000));
                ++i;
            }
        }
    }

    void equalWhateverTheOrder()
    {
        QVERIFY(ascending() == descending());
        QCOMPARE(hashOf(ascending()), hashOf(descending()));
        Object other = descending();
        other.set(keyOf(7), "another");
        QVERIFY(!(ascending() == other));
        Object renamed = descending();
        renamed.erase(keyOf(7));
        renamed.set("other key", 7);
        QVERIFY(!(ascending() == renamed));
    }

    void membersAreFoundInAnyOrder()
    {
        const Object object = ascending();
        MemberFinder finder(object);
        for (const int i : {0, 1, 2, 200, 201, 5, many - 1, 3}) {
            const Value* found = finder.find(keyOf(i));
            QVERIFY(found);
            QCOMPARE(*found, Value(i));
        }
        QVERIFY(!finder.find("none"));
    }

    // Nothing in an arena is destroyed: what lay on the heap would be lost.
    void aLongIntegerLiesInTheArena()
    {
        std::array<std::byte, 4096> memory{};
        Arena arena(memory.data(), memory.size(), std::pmr::null_memory_resource());
        Cursor cursor(core::PaddedBuffer::copyOf("[123456789012345678901234567890]"));
        const Value value = ValueReader(cursor, {}, &arena).read();
        const BigInteger* big = value[0].bigInteger();
        QVERIFY(big);
        const auto* digits = reinterpret_cast<const std::byte*>(big->digits.view().data());
        QVERIFY(digits >= memory.data() && digits < memory.data() + memory.size());
        QCOMPARE(std::string(big->digits), std::string("123456789012345678901234567890"));
    }
};

REGISTER_TEST(ManyKeysTest)
#include "manykeystest.moc"
