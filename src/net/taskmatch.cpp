// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/taskmatch.h"

#include "core/submission/taskfields.h"
#include "core/utctime.h"
#include "net/storedname.h"

#include <QSet>

namespace net {

namespace {

// The words that CAPE takes for true in a form.
bool isTrue(const QString& value)
{
    static const QStringList words{QStringLiteral("1"), QStringLiteral("true"), QStringLiteral("yes"),
        QStringLiteral("on"), QStringLiteral("enabled")};
    return words.contains(value.trimmed().toLower());
}

QSet<QString> tagSet(const QStringList& tags)
{
    QSet<QString> set;
    for (const QString& tag : tags) {
        if (const QString name = tag.trimmed(); !name.isEmpty()) {
            set.insert(name);
        }
    }
    return set;
}

bool sameTags(const QString& asked, const QStringList& have)
{
    static const QSet<QString> architectures{QStringLiteral("x64"), QStringLiteral("x86")};
    return tagSet(asked.split(u',')) - architectures == tagSet(have) - architectures;
}

// Ours is MM-DD-YYYY, the server's YYYY-MM-DD; without one the server uses its own time.
bool sameClock(const QString& asked, const QString& has)
{
    if (asked.isEmpty()) {
        return true;
    }
    const QDateTime ours = core::utcTime(asked, QStringLiteral("MM-dd-yyyy"));
    return ours.isValid() && ours == core::utcTime(has);
}

// An Assemblyline's own service sends a comma behind the last one.
bool sameOptions(const QString& asked, const QString& has)
{
    using core::submission::sentOptions;
    return sentOptions(asked.toStdString()) == sentOptions(has.toStdString());
}

bool sameIfAsked(const QString& asked, const QString& has)
{
    return asked.isEmpty() || asked == has;
}

} // namespace

bool hasSameOptions(const TaskRecord& record, const TaskView& task)
{
    const auto asked = [&](QStringView name) { return fieldValue(record.fields, name); };
    return asked(u"timeout").toLongLong() == task.timeout && asked(u"custom") == task.custom
        && sameIfAsked(asked(u"package"), task.package) && asked(u"route") == task.route
        && sameIfAsked(asked(u"machine"), task.machine) && sameOptions(asked(u"options"), task.options)
        && isTrue(asked(u"memory")) == task.memory && isTrue(asked(u"enforce_timeout")) == task.enforceTimeout
        && sameTags(asked(u"tags"), task.tags) && sameClock(asked(u"clock"), task.clock);
}

bool isWorthReusing(const TaskRecord& record, const TaskView& task)
{
    static const QStringList useless{QStringLiteral("banned"), QStringLiteral("recovered")};
    const bool isRed = task.tlp.compare(QLatin1StringView("red"), Qt::CaseInsensitive) == 0;
    return !task.status.startsWith(QLatin1StringView("failed")) && !useless.contains(task.status) && !isRed
        && !record.uselessIds.contains(task.id)
        && isStoredAs(record.fileName, fieldValue(record.fields, u"options"), task.target)
        && hasSameOptions(record, task);
}

} // namespace net
