// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/dropcontent.h"

#include "core/archive/reportarchive.h"
#include "core/ioc/defang.h"
#include "core/submission/input.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QRegularExpression>
#include <QUrl>
#include <QtConcurrentRun>

namespace ui {

namespace {

void addFolder(const QString& path, DropContent& content)
{
    QDirIterator files(path, QDir::Files | QDir::NoSymLinks | QDir::Readable, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        if (content.files.size() >= MostDroppedFiles) {
            content.isCut = true;
            return;
        }
        content.files << files.next();
    }
}

void addPath(const QString& path, DropContent& content)
{
    const QFileInfo info(path);
    if (info.isDir()) {
        addFolder(path, content);
    } else if (looksLikeReport(path)) {
        content.reports << path;
    } else if (content.files.size() < MostDroppedFiles) {
        content.files << path;
    } else {
        content.isCut = true;
    }
}

bool startsLikeReport(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return false;
    }
    constexpr qint64 Head = 64 * 1024;
    const QByteArray head = file.read(Head);
    if (!head.trimmed().startsWith('{')) {
        return false;
    }
    int sections = 0;
    for (const char* name : {"\"info\"", "\"target\"", "\"behavior\"", "\"signatures\"", "\"statistics\"", "\"CAPE\"",
             "\"debug\"", "\"network\""}) {
        sections += head.contains(name) ? 1 : 0;
    }
    return sections >= 1;
}

bool isReportArchive(const QString& path)
{
    const auto archive = core::ReportArchive::open(path);
    return archive
        && (archive->contains(QStringLiteral("reports/lite.json")) || archive->contains(QStringLiteral("files.json")));
}

} // namespace

bool looksLikeReport(const QString& path)
{
    const QString name = path.toLower();
    if (name.endsWith(QLatin1String(".json"))) {
        return startsLikeReport(path);
    }
    if (name.endsWith(QLatin1String(".json.gz"))) {
        return QFileInfo(path).isFile();
    }
    return name.endsWith(QLatin1String(".zip")) && isReportArchive(path);
}

QStringList linksIn(const QString& text)
{
    static const QRegularExpression space(QStringLiteral("\\s+"));
    // Made good as a whole: some write a blank beside a bracketed dot.
    const QString good = QString::fromStdString(core::refang(text.toStdString()));
    QStringList links;
    for (const QString& word : good.split(space, Qt::SkipEmptyParts)) {
        if (const auto url = core::submission::refangedUrl(word)) {
            links << *url;
        }
    }
    links.removeDuplicates();
    return links;
}

QStringList hashesIn(const QString& text)
{
    static const QRegularExpression hash(
        QStringLiteral("(?<![0-9A-Za-z])(?:[0-9A-Fa-f]{64}|[0-9A-Fa-f]{40}|[0-9A-Fa-f]{32})(?![0-9A-Za-z])"));
    QStringList hashes;
    for (const QRegularExpressionMatch& match : hash.globalMatch(text)) {
        if (hashes.size() < MostDroppedFiles) {
            hashes << match.captured().toLower();
        }
    }
    hashes.removeDuplicates();
    return hashes;
}

DropContent sortPaths(const QStringList& paths)
{
    DropContent content;
    for (const QString& path : paths) {
        addPath(QFileInfo(path).absoluteFilePath(), content);
    }
    content.files.removeDuplicates();
    content.reports.removeDuplicates();
    return content;
}

void sortLater(const DropContent& content, QObject* context, std::function<void(const DropContent&)> done)
{
    QtConcurrent::run(sortPaths, content.files).then(context, [content, done = std::move(done)](DropContent sorted) {
        sorted.urls = content.urls;
        sorted.hashes = content.hashes;
        sorted.refused = content.refused;
        done(sorted);
    });
}

DropContent readMimeData(const QMimeData& data)
{
    DropContent content;
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile()) {
            content.files << url.toLocalFile();
        } else {
            content.urls << linksIn(url.toString(QUrl::FullyEncoded));
        }
    }
    if (content.isEmpty() && data.hasText()) {
        content.urls = linksIn(data.text());
        content.hashes = hashesIn(data.text());
    }
    content.urls.removeDuplicates();
    return content;
}

bool canRead(const QMimeData& data)
{
    return data.hasUrls() || (data.hasText() && !readMimeData(data).isEmpty());
}

} // namespace ui
