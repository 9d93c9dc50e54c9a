// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/warning.h"
#include "ui/theme/tokens.h"

#include <QFrame>

#include <vector>

class QTableView;
class QToolButton;

namespace ui {

// What could not be used of a report, over its pages: what is wrong with its text in sentences, then a table of the
// places, what was done about each and how often. A popup; deletes itself on closing.
class ReportNotes : public QFrame {
    Q_OBJECT
public:
    // There is at least one warning.
    ReportNotes(const std::vector<core::Warning>& warnings, QWidget* parent);

    // Below a widget, ending where it ends, wholly on its screen.
    void openBelow(const QWidget* place);
    // All of it as text, a line each.
    void copy() const;

private:
    QLayout* makeTitle(const QString& text);
    void addSentence(const QString& text, Token token);
    QTableView* makeTable(std::vector<core::Warning> places);

    std::vector<core::Warning> m_warnings;
    QToolButton* m_copy;
};

} // namespace ui
