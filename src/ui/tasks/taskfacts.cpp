// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/taskfacts.h"

#include "net/profile.h"
#include "ui/tasks/tasklistmodel.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace ui {

namespace {

struct TaskFacts {
    Q_DECLARE_TR_FUNCTIONS(TaskFacts)
};

// A password of an archive stays hidden; it may stand among the options of a package as well.
QString withoutPasswords(const QString& name, const QString& value)
{
    static const QRegularExpression option(QStringLiteral("(^|,)(\\s*password\\s*=)[^,]*"));
    const QString hidden(4, QChar(0x2022));
    return name == QLatin1String("password") ? hidden : QString(value).replace(option, QStringLiteral("\\1\\2") + hidden);
}

// The choices as they are sent, one a line.
QString choicesText(const net::TaskRecord& record)
{
    QStringList lines;
    for (const auto& [name, value] : record.fields) {
        lines << QStringLiteral("%1 = %2").arg(name, withoutPasswords(name, value));
    }
    return lines.join(QLatin1Char('\n'));
}

// Without the seconds that go by: the inspector would change under whoever reads it.
QString stateText(const net::TaskRecord& record)
{
    return net::isFinal(record.phase) || record.isPaused ? statusText(record) : net::phaseName(record.phase);
}

} // namespace

InspectorContent taskFacts(const net::TaskRecord& record, const QString& serverName)
{
    InspectorContent content;
    content.title = record.fileName;
    const auto fact = [&content](const QString& label, const QString& value, bool fixedWidth = false) {
        if (!value.isEmpty()) {
            content.facts.push_back({label, value, fixedWidth});
        }
    };
    const bool failed = record.phase == net::Phase::Failed;
    fact(TaskFacts::tr("State"), stateText(record));
    fact(failed ? TaskFacts::tr("Why it failed") : TaskFacts::tr("Reason"), record.words);
    fact(TaskFacts::tr("Remark"), record.remark);
    fact(TaskFacts::tr("Server"), serverName);
    fact(TaskFacts::tr("Task on the server"),
        record.serverTaskId() > 0 ? QString::number(record.serverTaskId()) : QString());
    fact(TaskFacts::tr("Machine"), record.machine);
    fact(TaskFacts::tr("SHA-256"), record.sha256, true);
    fact(TaskFacts::tr("Size"), record.size > 0 ? formatBytes(record.size) : QString());
    fact(TaskFacts::tr("Submitted from"), record.sourcePath);
    fact(TaskFacts::tr("Submitted on"), formatDayAndTime(record.createdOn.toLocalTime()));
    fact(TaskFacts::tr("Report"), record.litePath.isEmpty() ? record.reportPath : record.litePath);
    content.body = choicesText(record);
    return content;
}

QUrl taskPage(const net::TaskRecord& record, const net::Profile& profile)
{
    if (record.serverTaskId() <= 0) {
        return {};
    }
    QUrl page = profile.url;
    QString path = page.path();
    if (!path.endsWith(QLatin1Char('/'))) {
        path += QLatin1Char('/');
    }
    page.setPath(path + QStringLiteral("analysis/%1/").arg(record.serverTaskId()));
    return page;
}

} // namespace ui
