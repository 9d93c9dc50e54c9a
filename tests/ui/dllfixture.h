// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <cstring>

namespace test {

// A harmless 64-bit DLL without code that exports these names.
inline QByteArray dllWithExports(const QStringList& names)
{
    constexpr qsizetype Section = 0x400; // in the file; 0x1000 in memory
    constexpr qsizetype Size = 0x10000;
    QByteArray file(Section + Size, '\0');
    const auto put = [&file](qsizetype offset, quint64 value, int size) {
        for (int i = 0; i < size; ++i) {
            file[offset + i] = char(value >> (8 * i));
        }
    };
    file.replace(0, 2, "MZ");
    put(0x3c, 0x80, 4);
    file.replace(0x80, 2, "PE");
    put(0x84, 0x8664, 2); // machine
    put(0x86, 1, 2); // sections
    put(0x94, 240, 2); // size of the optional header
    put(0x96, 0x2022, 2); // executable image, large addresses, DLL
    constexpr qsizetype Optional = 0x98;
    put(Optional, 0x20b, 2);
    put(Optional + 68, 3, 2); // console
    put(Optional + 108, 16, 4);
    put(Optional + 112, 0x1000, 4); // export directory
    constexpr qsizetype Header = Optional + 240;
    put(Header + 8, Size, 4);
    put(Header + 12, 0x1000, 4);
    put(Header + 16, Size, 4);
    put(Header + 20, Section, 4);
    const auto count = quint64(names.size());
    put(Section + 16, 1, 4); // ordinal base
    put(Section + 20, count, 4);
    put(Section + 24, count, 4);
    put(Section + 28, 0x1100, 4); // functions
    put(Section + 32, 0x3000, 4); // names
    put(Section + 36, 0x5000, 4); // ordinals
    qsizetype text = 0x6000;
    for (qsizetype i = 0; i < names.size(); ++i) {
        put(Section + 0x100 + 4 * i, 0x1f00, 4);
        put(Section + 0x2000 + 4 * i, quint64(0x1000 + text), 4);
        put(Section + 0x4000 + 2 * i, quint64(i), 2);
        const QByteArray name = names[i].toLatin1();
        file.replace(Section + text, name.size(), name);
        text += name.size() + 1;
    }
    return file;
}

} // namespace test
