// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QWidget>

class QToolButton;

namespace ui {

class WrappedText;

// What went wrong with the program itself, in a line over the pages: to be read, copied and put away, never in the way.
class ErrorBar : public QWidget {
    Q_OBJECT
public:
    explicit ErrorBar(QWidget* parent = nullptr);
    // Below those that are shown and were not put away yet; the same one is not shown twice.
    void showError(const core::Error& error);
    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QToolButton* addButton(QStringView iconName, const QString& text);

    WrappedText* m_text;
    QStringList m_errors; // the last few
};

} // namespace ui
