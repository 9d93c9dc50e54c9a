// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QLineEdit;
class QListView;
class QPushButton;
class QSortFilterProxyModel;

namespace ui {

class ExportsModel;
class TonedLabel;

// A checklist of a DLL's exports; those that the service would run are checked at first.
class ExportsPanel : public QWidget {
    Q_OBJECT
public:
    explicit ExportsPanel(QWidget* parent = nullptr);

    void setExports(const QStringList& offered, const QStringList& chosen, int most);
    QStringList chosen() const;
    ExportsModel* model() const { return m_model; }

Q_SIGNALS:
    void chosenChanged();

private:
    void showCount();

    ExportsModel* m_model;
    QSortFilterProxyModel* m_filtered;
    QLineEdit* m_filter;
    QListView* m_view;
    QPushButton* m_asService;
    TonedLabel* m_count;
    int m_most = 0;
    bool m_isQuiet = false;
};

} // namespace ui
