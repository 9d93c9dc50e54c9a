// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/outputnames.h"

#include "core/outputfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>

namespace cli {

namespace {

// "7" of 7/reports/lite.json, "sample" of sample.zip.
QString stemOf(const QString& input)
{
    const QFileInfo info(QDir::cleanPath(input));
    if (input == u"-") {
        return QStringLiteral("stdin");
    }
    if (info.isDir()) {
        return info.fileName();
    }
    QString name = info.fileName();
    for (const QLatin1StringView ending :
        {QLatin1StringView(".gz"), QLatin1StringView(".json"), QLatin1StringView(".zip")}) {
        if (name.endsWith(ending, Qt::CaseInsensitive)) {
            name.chop(ending.size());
        }
    }
    const bool isUsual = name == u"lite" || name == u"report";
    QDir folder = info.absoluteDir();
    if (isUsual && folder.dirName() == u"reports") {
        folder.cdUp();
    }
    return isUsual && !folder.isRoot() ? folder.dirName() : name;
}

QString placeOf(const QString& path)
{
    const QFileInfo info(QDir::cleanPath(path));
    return info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
}

} // namespace

void OutputNames::setInput(const QString& input)
{
    m_stem = m_names.take(stemOf(input));
}

core::Result<QString> OutputNames::pathFor(const QString& option, const QString& ending) const
{
    if (!m_isFolder) {
        return option;
    }
    if (const auto made = core::makeOutputFolder(option); !made) {
        return std::unexpected(made.error());
    }
    return QDir(option).filePath(m_stem + ending);
}

QString outputConflict(const QStringList& outputs, const QStringList& inputs)
{
    QSet<QString> places;
    for (const QString& input : inputs) {
        places.insert(placeOf(input));
    }
    for (const QString& output : outputs) {
        const QString place = placeOf(output);
        if (places.contains(place)) {
            return QCoreApplication::translate(
                "OutputFile", "%1 would be written over: name another file for this output.")
                .arg(output);
        }
        places.insert(place);
    }
    return {};
}

} // namespace cli
