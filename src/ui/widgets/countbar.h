// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace ui {

class TonedLabel;

// The line under a table: how many rows are shown of how many; when a filter hides them all it offers to clear it.
class CountBar : public QWidget {
    Q_OBJECT
public:
    explicit CountBar(QWidget* parent = nullptr);
    void setCounts(qint64 shown, qint64 all);

Q_SIGNALS:
    void clearRequested();

private:
    TonedLabel* m_text;
    QPushButton* m_clear;
};

} // namespace ui
