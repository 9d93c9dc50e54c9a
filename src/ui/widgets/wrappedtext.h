// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

// Text that wraps at words, and anywhere inside one that is too long for a line (a hash, a path); shown as safeText
// makes it. Ctrl+C and the context menu copy the text as it was given.
class WrappedText : public QWidget {
    Q_OBJECT
public:
    explicit WrappedText(const QFont& font, QWidget* parent = nullptr);

    QString text() const { return m_text; }
    void copy() const; // the whole, as it came
    void setText(const QString& text);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {40, fontMetrics().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString m_text;
    QString m_shown;
};

} // namespace ui
