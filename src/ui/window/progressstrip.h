// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QProgressBar;
class QTimer;
class QToolButton;

namespace ui {

class ReportSession;
class TonedLabel;

// In the status bar: what is being read or converted, how far it is, and a cross that stops it. Work of less than
// 300 ms shows nothing.
class ProgressStrip : public QWidget {
    Q_OBJECT
public:
    explicit ProgressStrip(QWidget* parent = nullptr);

    void follow(ReportSession* session);

private:
    void show(ReportSession* session);
    void showNow();

    QPointer<ReportSession> m_session;
    TonedLabel* m_text;
    QProgressBar* m_bar;
    QToolButton* m_cancel;
    QTimer* m_quiet;
};

} // namespace ui
