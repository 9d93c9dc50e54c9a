// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;
class QTableView;

namespace ui {

class SampleListModel;
struct DropContent;

// The list of what is to be submitted, with the ways to add and take away.
class SampleArea : public QWidget {
    Q_OBJECT
public:
    explicit SampleArea(SampleListModel* samples, QWidget* parent = nullptr);

    // The row of the DLL whose exports are shown: the selected one, or the first; -1 where none is there.
    int dllRow() const;

Q_SIGNALS:
    // Files, links and hashes that were picked or typed.
    void added(const ui::DropContent& content);
    void openReportsRequested();
    void selectionChanged();

private:
    void askForFiles();
    void askForUrls();
    void removeSelected();
    void updateButtons();

    SampleListModel* m_samples;
    QTableView* m_view;
    QPushButton* m_remove;
    QPushButton* m_openInstead;
};

} // namespace ui
