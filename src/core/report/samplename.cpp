// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/samplename.h"

#include <algorithm>

namespace core {

namespace {

constexpr qsizetype longestName = 32; // from here on CAPE cuts a name
constexpr qsizetype keptOfIt = 16; // at least, whatever the version

bool isKept(QChar c)
{
    return c.unicode() < 0x7f && (c.isLetterOrNumber() || QStringView(u" _-.").contains(c));
}

} // namespace

bool isSandboxNameOf(QStringView reported, QStringView fileName)
{
    const QList<uint> own = fileName.toUcs4(); // CAPE counts characters, not UTF-16 units
    const QList<uint> theirs = reported.toUcs4();
    const auto isSame = [](uint mine, uint other) {
        return mine == other || (other == u'_' && !(mine < 0x7f && isKept(QChar(char16_t(mine)))));
    };
    if (own.size() == theirs.size()) {
        return std::ranges::equal(own, theirs, isSame);
    }
    return own.size() >= longestName && theirs.size() >= keptOfIt && theirs.size() < own.size()
        && std::ranges::equal(own.first(keptOfIt), theirs.first(keptOfIt), isSame);
}

} // namespace core
