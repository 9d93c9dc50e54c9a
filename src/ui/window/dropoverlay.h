// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

struct DropContent;

// Lies over the window while something is dragged over it, says what a drop will do, and takes the drop.
class DropOverlay : public QWidget {
    Q_OBJECT
public:
    explicit DropOverlay(QWidget* window);

    // The servers that a drop would go to, by name.
    void setServers(const QStringList& names);
    void cover(const DropContent& content);

Q_SIGNALS:
    void dropped(const ui::DropContent& content);

protected:
    void paintEvent(QPaintEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QStringList m_servers;
    QString m_text;
};

// "Submit 3 files to lab-cape", "Open 1 report".
QString dropSentence(const DropContent& content, const QStringList& servers);

} // namespace ui
