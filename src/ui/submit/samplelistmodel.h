// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/submit/sample.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace ui {

// The samples of the submit dialog. Files are looked at one after the other in a thread of their own; until then their
// rows say so.
class SampleListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NameColumn, TypeColumn, SizeColumn, ProblemColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    ~SampleListModel() override;

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
    void setChosenExports(int row, const QStringList& exports);
    void setUploadLimit(qint64 bytes);
    // Whether files are still to be looked at.
    bool isInspecting() const;

private:
    void append(Sample sample);
    void inspectNext();
    void take(const Sample& sample);
    QString text(const Sample& sample, int column) const;
    QVariant decoration(const Sample& sample, int column) const;

    std::stop_source m_stop;
    QList<Sample> m_samples;
    qint64 m_uploadLimit = 30'000'000; // bytes
    bool m_isInspecting = false; // a file is being looked at right now
};

} // namespace ui
