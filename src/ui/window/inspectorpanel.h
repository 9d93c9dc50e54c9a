// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/navigation.h"

#include <QWidget>

class QStackedWidget;
class QToolButton;

namespace ui {

class TextView;
class WrappedText;

// What is selected in the report, in full and copyable.
class InspectorPanel : public QWidget {
    Q_OBJECT
public:
    explicit InspectorPanel(QWidget* parent = nullptr);

    void setContent(const InspectorContent& content);
    const InspectorContent& content() const { return m_content; }

private:
    QWidget* makeContentArea();
    void rebuildFacts();
    void copyAll() const;
    void showBody();

    InspectorContent m_content;
    QStackedWidget* m_areas;
    WrappedText* m_title;
    QWidget* m_facts;
    TextView* m_body;
    QToolButton* m_all; // opens the text in a viewer
};

} // namespace ui
