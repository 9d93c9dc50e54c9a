// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;
class QStackedWidget;
class QTabBar;

namespace ui {

class RecordPanel;

// Tables of records under tabs, with one filter for them all. Each tab says how many records its table has and how many
// the filters leave; a table that they leave nothing says which others have some.
class RecordTabs : public QWidget {
    Q_OBJECT
public:
    explicit RecordTabs(QWidget* parent = nullptr);

    void add(RecordPanel* panel, const QString& title);
    RecordPanel* panel(int tab) const { return m_panels[tab]; }
    const QList<RecordPanel*>& panels() const { return m_panels; }
    RecordPanel* currentPanel() const;
    void setCurrent(int tab);

    // The filter's field, to be named and focused.
    QLineEdit* field() const { return m_field; }
    // What the tables show has changed otherwise than by the filter.
    void updateCounts();
    // Shows the first record that is the text, else the first that holds it, whatever the table.
    void select(const QString& text);

private:
    void filter(const QString& text);

    QTabBar* m_tabs;
    QLineEdit* m_field;
    QStackedWidget* m_stack;
    QList<RecordPanel*> m_panels;
    QStringList m_titles;
};

} // namespace ui
