// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;

namespace ui {

class TextView;
class TonedLabel;

// A window to read one text of a report in, however long: find, wrap, copy.
class TextViewer : public QDialog {
    Q_OBJECT
public:
    TextViewer(const QString& title, const QString& text, QWidget* parent = nullptr);
    // Opens one beside the window, which stays usable.
    static TextViewer* open(QWidget* window, const QString& title, const QString& text);

    TextView* view() const { return m_view; }

private:
    QWidget* makeToolBar();
    void search();
    void goTo(bool forward);
    void focusFind();

    TextView* m_view;
    QLineEdit* m_field;
    TonedLabel* m_places;
};

} // namespace ui
