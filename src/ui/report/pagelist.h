// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QListView>

namespace ui {

class ReportPage;

// The pages of a report by title, icon and count.
class PageListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { CountRole = Qt::UserRole };

    explicit PageListModel(const QList<ReportPage*>& pages, QObject* parent = nullptr);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QList<ReportPage*> m_pages;
};

// The list at the left of a report that turns its pages.
class PageList : public QListView {
    Q_OBJECT
public:
    explicit PageList(const QList<ReportPage*>& pages, QWidget* parent = nullptr);

    void setCurrentRow(int row);
    QSize sizeHint() const override;

Q_SIGNALS:
    void currentRowChanged(int row);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
};

} // namespace ui
