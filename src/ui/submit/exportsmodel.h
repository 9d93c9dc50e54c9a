// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QStringList>

namespace ui {

// The exports of a DLL, each to be run or not.
class ExportsModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    // `most`: how many the service would run.
    void setExports(const QStringList& offered, const QStringList& chosen, int most);
    // In the order in which they are run: as they were given, then in the DLL's.
    QStringList chosen() const { return m_chosen; }
    // Back to what the service would choose.
    void chooseAsService();
    static QStringList serviceChoice(const QStringList& offered, int most);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void chosenChanged();

private:
    void setChosen(const QStringList& chosen);

    QStringList m_offered; // as they are shown
    QStringList m_own; // as the DLL has them
    QStringList m_chosen;
    int m_most = 0;
};

} // namespace ui
