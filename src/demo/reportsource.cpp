// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/reportsource.h"

#include "demo/archive.h"
#include "demo/exchange.h"
#include "demo/story/story.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

const QString LitePath = u"reports/lite.json"_s;
constexpr qint64 GivenLimit = 2'000'000'000; // bytes of a report ZIP on disk

core::Result<QByteArray> readGiven(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > GivenLimit) {
        return std::unexpected(core::Error{core::ErrorCode::CannotRead,
            QCoreApplication::translate("demo::ReportSource", "The report %1 cannot be read.").arg(path),
            file.errorString()});
    }
    return file.readAll();
}

const QString& givenFor(const Task& task, const QStringList& given)
{
    return given[(task.id - 1) % given.size()];
}

} // namespace

ReportCounts ReportSource::counts(const Task& task, const QStringList& given) const
{
    if (!given.isEmpty()) {
        return {};
    }
    const auto known = m_counts.constFind(task.package);
    return known != m_counts.constEnd() ? *known : *m_counts.insert(task.package, story::tell(task).counts);
}

core::Result<QByteArray> ReportSource::zip(const Task& task, bool withLite, const QStringList& given) const
{
    if (!given.isEmpty()) {
        return readGiven(givenFor(task, given));
    }
    story::Story story = story::tell(task);
    if (withLite) {
        story.files.push_back({LitePath, compactJson(story.report)});
    }
    return packZip(story.files, task.finished);
}

core::Result<QByteArray> ReportSource::lite(const Task& task, const QStringList& given) const
{
    if (given.isEmpty()) {
        return compactJson(story::tell(task).report);
    }
    const core::Result<QByteArray> zip = readGiven(givenFor(task, given));
    if (!zip) {
        return zip;
    }
    for (const ArchiveEntry& entry : unpackZip(*zip, {}, 100'000)) {
        if (entry.path == LitePath) {
            return entry.bytes;
        }
    }
    return std::unexpected(core::Error{core::ErrorCode::NoLiteReport,
        QCoreApplication::translate("demo::ReportSource", "The report archive holds no reports/lite.json."), {}});
}

} // namespace demo
