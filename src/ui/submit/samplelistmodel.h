// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

namespace ui {

// A file or link that is to be submitted, and what stands against it.
struct Sample {
    enum class Problem { None, JunkName, Report, Empty, TooLarge, Unreadable };

    QString path; // or the link
    bool isUrl = false;
    qint64 size = 0; // bytes
    Problem problem = Problem::None;

    // A problem that the server would answer with a refusal.
    bool isBlocked() const { return problem >= Problem::Empty; }
};

// Looks at a file: its size against the limit, its name against the server's junk filter.
Sample inspectSample(const QString& path, qint64 uploadLimit);

// What the problem is and what to do, translated; empty without one.
QString problemText(const Sample& sample);

// The samples of the submit dialog.
class SampleListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NameColumn, SizeColumn, ProblemColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    const QList<Sample>& samples() const { return m_samples; }
    // Each file or link once.
    void addFiles(const QStringList& paths);
    void addUrls(const QStringList& urls);
    void removeRows(QList<int> rows);
    using QAbstractTableModel::removeRows;
    // Looks at every file again under another limit.
    void setUploadLimit(qint64 bytes);

private:
    void append(Sample sample);

    QList<Sample> m_samples;
    qint64 m_uploadLimit = 30'000'000;
};

} // namespace ui
