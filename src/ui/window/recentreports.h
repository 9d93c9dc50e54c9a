// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"

#include <QListView>

namespace ui {

// The tasks whose report is here, the newest first, to be opened again. Hidden while there is none.
class RecentReports : public QListView {
    Q_OBJECT
public:
    explicit RecentReports(const Backend& backend, QWidget* parent = nullptr);

    int count() const;

Q_SIGNALS:
    void openRequested(const QString& taskId);
    void countChanged();

private:
    void fitHeight();
};

} // namespace ui
