// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/dropcontent.h"

#include "core/archive/reportarchive.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QRegularExpression>
#include <QUrl>

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
    QStringList links;
    static const QRegularExpression space(QStringLiteral("\\s+"));
    static const QRegularExpression defangedScheme(
        QStringLiteral("^hxxp(s?)(\\[:\\]|:)//"), QRegularExpression::CaseInsensitiveOption);
    for (QString word : text.split(space, Qt::SkipEmptyParts)) {
        word.replace(defangedScheme, QStringLiteral("http\\1://"));
        word.replace(QLatin1String("[.]"), QLatin1String("."));
        word.replace(QLatin1String("[:]"), QLatin1String(":"));
        const QUrl url(word, QUrl::StrictMode);
        const bool known = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https")
            || url.scheme() == QLatin1String("ftp");
        if (url.isValid() && known && !url.host().isEmpty()) {
            links << word;
        }
    }
    links.removeDuplicates();
    return links;
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

DropContent readMimeData(const QMimeData& data)
{
    QStringList paths;
    QStringList links;
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile()) {
            paths << url.toLocalFile();
        } else {
            links << linksIn(url.toString(QUrl::FullyEncoded));
        }
    }
    DropContent content = sortPaths(paths);
    if (paths.isEmpty() && links.isEmpty() && data.hasText()) {
        links = linksIn(data.text());
    }
    content.urls = links;
    content.urls.removeDuplicates();
    return content;
}

bool canRead(const QMimeData& data)
{
    return data.hasUrls() || (data.hasText() && !linksIn(data.text()).isEmpty());
}

} // namespace ui
