// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/warning.h"

#include <QWidget>

#include <vector>

namespace ui {

class Chip;
class ClockButton;
class CopyField;
class ElidedLabel;
class ReportSession;

// The line above a report: sample, hash, where and how long it ran, whether all of it could be used, score.
class ReportHeader : public QWidget {
    Q_OBJECT
public:
    explicit ReportHeader(QWidget* parent = nullptr);

    void showSession(const ReportSession& session);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void giveNameRoom();
    void takeNotes(const ReportSession& session);
    void showNotes();
    void openNotes();

    std::vector<core::Warning> m_warnings;
    ElidedLabel* m_name;
    CopyField* m_hash;
    ElidedLabel* m_facts;
    ClockButton* m_clock;
    Chip* m_notes;
    Chip* m_score;
};

} // namespace ui
