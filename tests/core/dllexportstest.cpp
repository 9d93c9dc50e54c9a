// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/dllexports.h"
#include "core/submission/peexports.h"
#include "support/fixture.h"
#include "support/testregistry.h"

#include <QtTest>

#include <random>

using namespace core;

namespace {

std::vector<std::string> strings(const json::Value& list)
{
    std::vector<std::string> texts;
    for (const json::Value& item : list.toArray()) {
        texts.emplace_back(item.toString());
    }
    return texts;
}

// A PE file of one section with three functions, of which "Beta" (ordinal 6) and "Alpha" (5) have names.
QByteArray smallDll(bool pe64)
{
    QByteArray file(0x600, '\0');
    const auto put = [&file](qsizetype offset, quint64 value, int size) {
        for (int i = 0; i < size; ++i) {
            file[offset + i] = char(value >> (8 * i));
        }
    };
    const auto text
        = [&file](qsizetype offset, const char* value) { file.replace(offset, qsizetype(strlen(value)), value); };
    text(0, "MZ");
    put(0x3c, 0x80, 4);
    text(0x80, "PE");
    put(0x86, 1, 2); // sections
    const qsizetype optionalSize = pe64 ? 240 : 224;
    put(0x94, quint64(optionalSize), 2);
    const qsizetype optional = 0x98;
    put(optional, pe64 ? 0x20b : 0x10b, 2);
    const qsizetype directories = optional + (pe64 ? 108 : 92);
    put(directories, 16, 4);
    put(directories + 4, 0x1000, 4); // export directory
    const qsizetype section = optional + optionalSize;
    put(section + 8, 0x200, 4);
    put(section + 12, 0x1000, 4);
    put(section + 16, 0x200, 4);
    put(section + 20, 0x400, 4);
    const qsizetype at = 0x400; // where 0x1000 lies in the file
    put(at + 16, 5, 4); // ordinal base
    put(at + 20, 3, 4);
    put(at + 24, 2, 4);
    put(at + 28, 0x1040, 4);
    put(at + 32, 0x1050, 4);
    put(at + 36, 0x1060, 4);
    for (int i = 0; i < 3; ++i) {
        put(at + 0x40 + 4 * i, 0x1100, 4);
    }
    put(at + 0x50, 0x1080, 4);
    put(at + 0x54, 0x1090, 4);
    put(at + 0x60, 0, 2);
    put(at + 0x62, 1, 2);
    text(at + 0x80, "Alpha");
    text(at + 0x90, "Beta");
    return file;
}

std::span<const std::byte> bytes(const QByteArray& file)
{
    return std::as_bytes(std::span(file.constData(), std::size_t(file.size())));
}

} // namespace

class DllExportsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void choosesAsTheServiceDoes()
    {
        const json::Value cases = test::jsonFixture(QStringLiteral("submission/dll_exports.json"));
        QVERIFY(cases.size() > 50);
        for (const json::Value& entry : cases.toArray()) {
            const auto chosen = submission::chooseDllExports(strings(entry["exports"]), entry["most"].toInteger());
            QCOMPARE(chosen, strings(entry["chosen"]));
        }
    }

    void offersTheWellKnownOnesForNone()
    {
        QCOMPARE(submission::offeredDllExports({}), (std::vector<std::string>{"DllMain", "DllRegisterServer"}));
    }

    void readsNamesThenOrdinals()
    {
        for (const bool pe64 : {false, true}) {
            const auto exports = submission::readPeExports(bytes(smallDll(pe64)));
            QVERIFY(exports);
            QCOMPARE(*exports, (std::vector<std::string>{"Alpha", "Beta", "#7"}));
        }
    }

    // A name at address 0 is none: there the file's own header begins. No name after it is believed.
    void aDamagedNameIsTheLastOne()
    {
        QByteArray dll = smallDll(true);
        dll.replace(0x450, 4, QByteArray(4, '\0'));
        QCOMPARE(*submission::readPeExports(bytes(dll)), (std::vector<std::string>{"#5", "#6", "#7"}));
        dll = smallDll(true);
        dll[0x491] = ' '; // "B ta"
        QCOMPARE(*submission::readPeExports(bytes(dll)), (std::vector<std::string>{"Alpha", "#6", "#7"}));
    }

    void namesOutsideTheFileArePassedOver()
    {
        QByteArray dll = smallDll(true);
        dll[0x453] = 0x7f; // of "Alpha"
        QCOMPARE(*submission::readPeExports(bytes(dll)), (std::vector<std::string>{"Beta", "#5", "#7"}));
        dll[0x423] = 0x7f; // the whole table of names
        QCOMPARE(*submission::readPeExports(bytes(dll)), std::vector<std::string>{});
    }

    void functionsAtNoAddressAreNone()
    {
        QByteArray dll = smallDll(true);
        dll.replace(0x440, 4, QByteArray(4, '\0')); // of "Alpha"
        QCOMPARE(*submission::readPeExports(bytes(dll)), (std::vector<std::string>{"Beta", "#7"}));
    }

    void namesWithoutFunctionsSpoilThemAll()
    {
        QByteArray dll = smallDll(true);
        dll[0x462] = 9; // of "Beta"; there are three functions
        QCOMPARE(*submission::readPeExports(bytes(dll)), std::vector<std::string>{});
    }

    void longNamesAreCut()
    {
        QByteArray dll = smallDll(true) + QByteArray(0x400, '\0');
        dll.replace(0x494, 600, QByteArray(600, 'x')); // runs on from "Beta"
        const auto exports = submission::readPeExports(bytes(dll));
        QCOMPARE(exports->at(1).size(), 512U);
    }

    void refusesWhatIsNoProgram()
    {
        QCOMPARE(submission::readPeExports(bytes(QByteArray("#!/bin/sh\n"))).error().code, ErrorCode::BadInput);
        QCOMPARE(submission::readPeExports({}).error().code, ErrorCode::BadInput);
    }

    // Damage costs names, never more: every read stays within the file, and the number of exports within its limit.
    void survivesDamage()
    {
        std::mt19937 random(1);
        const QByteArray whole = smallDll(true);
        for (int round = 0; round < 5000; ++round) {
            QByteArray damaged = whole.left(qsizetype(random() % std::size_t(whole.size() + 1)));
            for (int i = 0; i < 8 && !damaged.isEmpty(); ++i) {
                damaged[qsizetype(random() % std::size_t(damaged.size()))] = char(random());
            }
            const auto exports = submission::readPeExports(bytes(damaged));
            QVERIFY(!exports || exports->size() <= 2 * 8192);
        }
    }
};

REGISTER_TEST(DllExportsTest)
#include "dllexportstest.moc"
