// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

class ElidedLabel;

// In the status bar: how many files were written where, with a button that opens their folder. Stays until it is put
// away or the next export comes.
class ExportNotice : public QWidget {
    Q_OBJECT
public:
    explicit ExportNotice(QWidget* parent = nullptr);

    void show(const QStringList& paths);
    QString folder() const { return m_folder; }
    QString text() const;

Q_SIGNALS:
    void openRequested(const QString& folder);

private:
    ElidedLabel* m_text;
    QString m_folder;
};

} // namespace ui
