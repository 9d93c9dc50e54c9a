// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/entryname.h"

#include <QStringList>

#include <algorithm>

namespace core {

bool isSafeEntryName(const QString& name)
{
    QString path = name;
    path.replace(u'\\', u'/');
    const bool hasDrive = path.size() > 1 && path[1] == u':' && path[0].isLetter();
    if (path.isEmpty() || path.startsWith(u'/') || hasDrive || path.contains(QChar(u'\0'))) {
        return false;
    }
    const QStringList parts = path.split(u'/');
    return std::ranges::none_of(parts, [](const QString& part) { return part == u".."; });
}

} // namespace core
