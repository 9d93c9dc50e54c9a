// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/samplelistmodel.h"

#include "core/filetype/classifier.h"
#include "ui/text/format.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QFileInfo>
#include <QtConcurrentRun>

namespace ui {

SampleListModel::~SampleListModel()
{
    m_stop.request_stop();
}

int SampleListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_samples.size());
}

int SampleListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString SampleListModel::text(const Sample& sample, int column) const
{
    switch (column) {
    case NameColumn:
        return sample.isUrl ? sample.path : QFileInfo(sample.path).fileName();
    case TypeColumn:
        return sample.isUrl ? tr("URL") : sample.isInspected ? fromUtf8(sample.facts.type) : QString();
    case SizeColumn:
        return sample.isUrl || !sample.isInspected ? QString() : formatBytes(sample.size);
    case ProblemColumn:
        return sample.isInspected ? sample.words : tr("Looking at it\u2026");
    default:
        return {};
    }
}

QVariant SampleListModel::decoration(const Sample& sample, int column) const
{
    if (column == NameColumn) {
        return icon(sample.isUrl ? u"network" : u"file");
    }
    if (column == ProblemColumn && sample.problem != Sample::Problem::None) {
        return sample.isSendable ? icon(u"warning", Token::Severity3) : icon(u"error", Token::Severity5);
    }
    return {};
}

QVariant SampleListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Sample& sample = m_samples[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(sample, index.column());
    case Qt::ToolTipRole:
        if (index.column() == TypeColumn && sample.withoutClassifier) {
            return tr("%1\nTold by rules alone. %2")
                .arg(text(sample, TypeColumn), core::filetype::Classifier::shared().reason());
        }
        return index.column() == ProblemColumn || index.column() == TypeColumn ? text(sample, index.column())
            : sample.sha256.isEmpty()          ? sample.path
                                               : tr("%1\nSHA-256: %2").arg(sample.path, sample.sha256);
    case Qt::TextAlignmentRole:
        return index.column() == SizeColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::DecorationRole:
        return decoration(sample, index.column());
    case Qt::ForegroundRole:
        if (index.column() == TypeColumn || !sample.isInspected) {
            return Theme::color(Token::Dim);
        }
        if (index.column() == ProblemColumn) {
            return Theme::color(sample.isSendable ? Token::Severity3 : Token::Severity5);
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
    switch (section) {
    case NameColumn:
        return tr("Sample");
    case TypeColumn:
        return tr("Type");
    case SizeColumn:
        return tr("Size");
    default:
        return tr("Remark");
    }
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
        append(sampleOfFile(path));
    }
    inspectNext();
}

bool SampleListModel::isInspecting() const
{
    return std::ranges::contains(m_samples, false, &Sample::isInspected);
}

void SampleListModel::inspectNext()
{
    const auto next = std::ranges::find(m_samples, false, &Sample::isInspected);
    if (m_isInspecting || next == m_samples.end()) {
        return;
    }
    m_isInspecting = true;
    QtConcurrent::run(inspectSample, next->path, m_uploadLimit, m_stop.get_token())
        .then(this, [this](const Sample& sample) {
            m_isInspecting = false;
            take(sample);
            inspectNext();
        });
}

void SampleListModel::take(const Sample& sample)
{
    const auto place = std::ranges::find(m_samples, sample.path, &Sample::path);
    if (place == m_samples.end()) {
        return; // removed meanwhile
    }
    const auto exports = std::move(place->chosenExports);
    *place = underLimit(sample, m_uploadLimit); // which may have changed meanwhile
    place->chosenExports = exports;
    const int row = int(place - m_samples.begin());
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void SampleListModel::addUrls(const QStringList& urls)
{
    for (const QString& url : urls) {
        append(sampleOfUrl(url));
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

void SampleListModel::setChosenExports(int row, const QStringList& exports)
{
    m_samples[row].chosenExports = exports;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void SampleListModel::setUploadLimit(qint64 bytes)
{
    if (m_uploadLimit == bytes) {
        return;
    }
    m_uploadLimit = bytes;
    for (int row = 0; row < rowCount(); ++row) {
        m_samples[row] = underLimit(m_samples[row], bytes);
    }
    if (!m_samples.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
    inspectNext();
}

} // namespace ui
