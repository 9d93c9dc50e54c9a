// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/textfinder.h"
#include "ui/text/textlines.h"
#include "ui/widgets/textrow.h"

#include <QAbstractScrollArea>

#include <optional>

namespace ui {

// A text of any size to read: only the rows in sight are laid out and painted, so that neither megabytes in one line nor
// a hundred thousand lines matter. In fixed width, with line numbers where there are several lines; wraps unless told
// not to; can be searched, selected by mouse and keyboard, and copied (Ctrl+C with addresses made harmless, Ctrl+Shift+C
// as it came). Shows the text as safeText makes it.
class TextView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit TextView(QWidget* parent = nullptr);

    void setText(const QString& text);
    const TextLines& lines() const { return m_lines; }
    bool isEmpty() const { return m_lines.text().isEmpty(); }
    void setWrapped(bool wrapped);

    // The text to find; its places in sight are marked.
    void setNeedle(const QString& needle);
    const TextFinder& found() const { return m_found; }
    // Selects the next or the previous place from the cursor on, and around the ends; gives its number from 0, or
    // nothing where nothing was found.
    std::optional<std::size_t> findNext();
    std::optional<std::size_t> findPrevious();

    bool hasSelection() const { return m_anchor != m_cursor; }
    QString selectedText() const; // as it came
    void selectAll();
    void select(qsizetype from, qsizetype to);
    // The selection, or the whole text where nothing is selected.
    void copy(bool defangs) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void findRequested(); // Ctrl+F

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    int lineHeight() const;
    int characterWidth() const;
    int numberWidth() const;
    int wholeRows() const;
    qsizetype positionAt(const QPoint& place) const;
    TextRow visibleRow(qsizetype row) const;
    void paintRow(QPainter& painter, qsizetype row, int top) const;
    void paintNumber(QPainter& painter, qsizetype row, int top) const;

    void layOut();
    void moveTo(qsizetype position, bool selects);
    bool moveBy(QKeyEvent* event);
    void scrollToCursor();
    std::size_t showPlace(std::size_t number);

    TextLines m_lines;
    bool m_isWrapped = true;
    int m_cells = -1; // that the rows are laid out for
    QString m_needle;
    TextFinder m_found;
    qsizetype m_anchor = 0; // the selection is between the two
    qsizetype m_cursor = 0;
};

} // namespace ui
