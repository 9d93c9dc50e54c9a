// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"

#include <QWidget>

class QPushButton;
class QTableView;

namespace net {
class HashLookup;
}

namespace ui {

class KnownTasksModel;
class TonedLabel;

// What the servers know of pasted hashes, and the fetching of the reports that are there.
class KnownTasksPanel : public QWidget {
    Q_OBJECT
public:
    explicit KnownTasksPanel(const Backend& backend, QWidget* parent = nullptr);

    void ask(const QStringList& hashes);
    KnownTasksModel* model() const { return m_model; }

Q_SIGNALS:
    // The report of the selected task is here already.
    void openRequested(const QString& path);

private:
    void showAnswers();
    void updateButton();
    void fetchSelected();
    int selectedRow() const;

    Backend m_backend;
    net::HashLookup* m_lookup;
    KnownTasksModel* m_model;
    QTableView* m_view;
    QPushButton* m_fetch;
    TonedLabel* m_words;
};

} // namespace ui
