// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/safefilename.h"

#include <QStringList>

namespace core {

namespace {

constexpr qsizetype MostBytes = 200; // file systems take 255; numbers and temporary endings need some

bool isForbidden(QChar c)
{
    static constexpr QStringView forbidden(u"/\\<>:\"|?*");
    return c.unicode() < 0x20 || c.unicode() == 0x7f || forbidden.contains(c) || c.category() == QChar::Other_Format;
}

bool isDevice(const QString& name)
{
    static const QStringList devices
        = {QStringLiteral("con"), QStringLiteral("prn"), QStringLiteral("aux"), QStringLiteral("nul")};
    const QString stem = name.section(u'.', 0, 0).trimmed().toLower();
    const bool port = stem.size() == 4 && stem[3].isDigit()
        && (stem.startsWith(QLatin1String("com")) || stem.startsWith(QLatin1String("lpt")));
    return port || devices.contains(stem);
}

// Cut so that the end of the name, which often tells its kind, stays.
void shorten(QString& name)
{
    while (name.toUtf8().size() > MostBytes) {
        name.remove(0, 1);
    }
    if (!name.isEmpty() && name[0].isLowSurrogate()) {
        name.remove(0, 1);
    }
}

} // namespace

QString safeFileName(const QString& name)
{
    QString safe = QString::fromUtf8(name.toUtf8());
    for (QChar& c : safe) {
        if (isForbidden(c)) {
            c = u'_';
        }
    }
    shorten(safe);
    while (safe.endsWith(u'.') || safe.endsWith(u' ')) {
        safe.chop(1);
    }
    if (safe.isEmpty() || safe.startsWith(u'.') || isDevice(safe)) {
        safe.prepend(u'_');
    }
    return safe;
}

QString SafeFileNames::take(const QString& name)
{
    const QString safe = safeFileName(name);
    QString given = safe;
    for (int number = 2; m_given.contains(given.toLower()); ++number) {
        given = QStringLiteral("%1_%2").arg(number).arg(safe);
    }
    m_given.insert(given.toLower());
    return given;
}

} // namespace core
