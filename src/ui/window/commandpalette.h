// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QFrame>

class QLineEdit;
class QListView;
class QSortFilterProxyModel;

namespace ui {

// Something that the palette offers: a command of the menus, a page, a task, an open report.
struct PaletteEntry {
    QString text;
    QString hint; // the menu it is in, its shortcut
    QIcon icon;
    std::function<void()> run;
};

class PaletteModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { HintRole = Qt::UserRole };

    PaletteModel(QList<PaletteEntry> entries, QObject* parent);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    const PaletteEntry& entry(int row) const { return m_entries[row]; }

private:
    QList<PaletteEntry> m_entries;
};

// A field over a list of everything that can be done now; typing narrows it, Enter does it. Deletes itself on closing.
class CommandPalette : public QFrame {
    Q_OBJECT
public:
    CommandPalette(QList<PaletteEntry> entries, QWidget* window);

    void openBelow(const QRect& field);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void narrow(const QString& text);
    void run(const QModelIndex& index);

    PaletteModel* m_model;
    QSortFilterProxyModel* m_filter;
    QLineEdit* m_field;
    QListView* m_view;
};

} // namespace ui
