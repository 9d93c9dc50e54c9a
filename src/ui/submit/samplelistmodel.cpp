// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/samplelistmodel.h"

#include "ui/submit/dropcontent.h"
#include "ui/text/format.h"
#include "ui/text/safetext.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace ui {

namespace {

// CAPE's junk filter: file name endings and words that it does not take for samples.
bool hasJunkName(const QString& fileName)
{
    static const QStringList endings{QStringLiteral(".txt"), QStringLiteral(".md"), QStringLiteral(".yml"),
        QStringLiteral(".yaml"), QStringLiteral(".rst"), QStringLiteral(".gitignore")};
    static const QStringList words{QStringLiteral("license"), QStringLiteral("readme"), QStringLiteral("makefile"),
        QStringLiteral("copying"), QStringLiteral("authors")};
    const QString name = fileName.toLower();
    return std::ranges::any_of(endings, [&name](const QString& ending) { return name.endsWith(ending); })
        || std::ranges::any_of(words, [&name](const QString& word) { return name.contains(word); });
}

} // namespace

Sample inspectSample(const QString& path, qint64 uploadLimit)
{
    const QFileInfo info(path);
    Sample sample{.path = path, .size = info.size()};
    if (!info.isFile() || !info.isReadable()) {
        sample.problem = Sample::Problem::Unreadable;
    } else if (sample.size == 0) {
        sample.problem = Sample::Problem::Empty;
    } else if (sample.size > uploadLimit) {
        sample.problem = Sample::Problem::TooLarge;
    } else if (looksLikeReport(path)) {
        sample.problem = Sample::Problem::Report;
    } else if (hasJunkName(info.fileName())) {
        sample.problem = Sample::Problem::JunkName;
    }
    return sample;
}

QString problemText(const Sample& sample)
{
    switch (sample.problem) {
    case Sample::Problem::JunkName:
        return QCoreApplication::translate("Sample", "CAPE's junk filter may refuse this name");
    case Sample::Problem::Report:
        return QCoreApplication::translate("Sample", "This is a CAPE report; open it instead");
    case Sample::Problem::Empty:
        return QCoreApplication::translate("Sample", "Empty: CAPE refuses it");
    case Sample::Problem::TooLarge:
        return QCoreApplication::translate("Sample", "Over the server's size limit");
    case Sample::Problem::Unreadable:
        return QCoreApplication::translate("Sample", "Cannot be read");
    case Sample::Problem::None:
        break;
    }
    return {};
}

int SampleListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_samples.size());
}

int SampleListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SampleListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Sample& sample = m_samples[index.row()];
    const bool hasProblem = sample.problem != Sample::Problem::None;
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == NameColumn) {
            return sample.isUrl ? sample.path : QFileInfo(sample.path).fileName();
        }
        if (index.column() == SizeColumn) {
            return sample.isUrl ? QString() : formatBytes(sample.size);
        }
        return problemText(sample);
    case Qt::ToolTipRole:
        return hasProblem && index.column() == ProblemColumn ? problemText(sample) : sample.path;
    case Qt::TextAlignmentRole:
        return index.column() == SizeColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::DecorationRole:
        if (index.column() == NameColumn) {
            return icon(sample.isUrl ? u"network" : u"file");
        }
        if (index.column() == ProblemColumn && hasProblem) {
            return icon(u"warning", sample.isBlocked() ? Token::Severity5 : Token::Severity3);
        }
        return {};
    case Qt::ForegroundRole:
        if (index.column() == ProblemColumn) {
            return Theme::color(sample.isBlocked() ? Token::Severity5 : Token::Severity3);
        }
        return {};
    default:
        return {};
    }
}

QVariant SampleListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == NameColumn ? tr("Sample") : section == SizeColumn ? tr("Size") : tr("Remark");
}

void SampleListModel::append(Sample sample)
{
    if (std::ranges::contains(m_samples, sample.path, &Sample::path)) {
        return;
    }
    beginInsertRows({}, rowCount(), rowCount());
    m_samples.append(std::move(sample));
    endInsertRows();
}

void SampleListModel::addFiles(const QStringList& paths)
{
    for (const QString& path : paths) {
        append(inspectSample(path, m_uploadLimit));
    }
}

void SampleListModel::addUrls(const QStringList& urls)
{
    for (const QString& url : urls) {
        append({.path = url, .isUrl = true});
    }
}

void SampleListModel::removeRows(QList<int> rows)
{
    std::ranges::sort(rows, std::greater());
    for (const int row : rows) {
        beginRemoveRows({}, row, row);
        m_samples.removeAt(row);
        endRemoveRows();
    }
}

void SampleListModel::setUploadLimit(qint64 bytes)
{
    if (m_uploadLimit == bytes) {
        return;
    }
    m_uploadLimit = bytes;
    for (int row = 0; row < rowCount(); ++row) {
        if (m_samples[row].isUrl) {
            continue;
        }
        m_samples[row] = inspectSample(m_samples[row].path, bytes);
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

} // namespace ui
