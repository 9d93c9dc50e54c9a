// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/safetext.h"

#include <QWidget>

class QAction;

namespace ui {

// Text that wraps at words, and anywhere inside one that is too long for a line (a hash, a path); shown as safeText
// makes it, and only as much as the limit says. Ctrl+C and the context menu copy the whole text as it was given; where
// it is of a report, Ctrl+C copies it with addresses made harmless, and Ctrl+Shift+C as it was given.
class WrappedText : public QWidget {
    Q_OBJECT
public:
    explicit WrappedText(const QFont& font, QWidget* parent = nullptr);

    QString text() const { return m_text; }
    void copy() const; // the whole, as it came
    void setText(const QString& text, TextLimit limit = {});
    bool isCut() const { return m_isCut; }
    // The text is of a report.
    void setDefangs(bool defangs);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {40, fontMetrics().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void copyDefanged() const;

    QString m_text;
    QString m_shown;
    bool m_isCut = false;
    QAction* m_copy;
    QAction* m_copyDefanged;
};

} // namespace ui
