// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

class QAbstractItemView;

namespace ui {

// Opens the current cell's whole text in a viewer.
void showWholeCell(const QAbstractItemView* view);

// Copying from a table or tree, as its actions: the selected rows with addresses made harmless (Ctrl+C) or as they are
// (Ctrl+Shift+C), cells parted by tabs and quoted as spreadsheets do it where they hold one; and the current cell in a
// viewer of its own. The view's context menu shows them where the view has no other. The view owns it.
class CopyCells : public QObject {
    Q_OBJECT
public:
    explicit CopyCells(QAbstractItemView* view);

    // What is selected, row by row as they stand, visible columns only; of a single cell just its text.
    QString selected() const;

private:
    void copy(bool defangs) const;

    QAbstractItemView* m_view;
};

} // namespace ui
