// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

class EmptyState;
class TonedLabel;

// The line under a table: how many rows are shown of how many.
class CountBar : public QWidget {
    Q_OBJECT
public:
    explicit CountBar(QWidget* parent = nullptr);
    void setCounts(qint64 shown, qint64 all);
    bool hidesAll() const { return m_hidesAll; }
    // What stands in the table's place while a filter hides everything: it offers to clear the filter.
    EmptyState* makeHint(QWidget* parent);

Q_SIGNALS:
    void clearRequested();

private:
    TonedLabel* m_text;
    bool m_hidesAll = false;
};

} // namespace ui
