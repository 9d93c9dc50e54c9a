// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/json/jsonhighlighter.h"
#include "ui/json/jsonlines.h"

#include <QAbstractScrollArea>
#include <QCache>

#include <memory>

namespace ui {

// A document as text that folds: line numbers, folding marks, indentation guides. Only the lines in sight are made and
// highlighted, so that its size does not matter. One line is the current one.
class JsonView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit JsonView(QWidget* parent = nullptr);
    ~JsonView() override;

    void setDocument(JsonDocumentPtr document);
    // Valid once there is a document.
    const JsonLines& lines() const { return *m_lines; }

    const JsonPath& currentPath() const { return m_path; }
    std::int64_t currentRow() const { return m_row; }
    // Unfolds what hides the value and makes its line the current one, in the middle where it was out of sight.
    void showPath(std::span<const std::uint32_t> path);
    // Occurrences of the text are marked.
    void setMarked(const QString& needle);

    void setUnfolded(bool unfolded);
    void unfoldWithChildren();
    void foldAll();

    // The line of a row as it is shown; for tests and assistive tools.
    QString textOf(std::int64_t row) const;

Q_SIGNALS:
    void currentChanged();
    void linesChanged(); // folded or unfolded
    void menuRequested(const QPoint& globalPosition);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    struct Shown;

    int lineHeight() const;
    int characterWidth() const;
    int numberWidth() const;
    int textLeft() const; // behind the numbers and the folding marks
    int indentOf(const JsonLine& line) const;
    std::int64_t firstRow() const;
    int wholeRows() const;
    std::int64_t rowAt(int y) const; // -1 below the last

    const Shown& shown(std::int64_t row);
    void paintGutter(QPainter& painter, const Shown& shown, const QRect& line, std::int64_t row) const;
    void paintText(QPainter& painter, const Shown& shown, const QRect& line) const;

    void foldingChanged();
    void updateScrollBar();
    void setCurrentRow(std::int64_t row);
    void scrollTo(std::int64_t row, bool centre);
    void stepOut();
    void stepIn();
    void toggle(std::int64_t row);
    void setHovered(std::int64_t row);

    std::unique_ptr<JsonLines> m_lines;
    std::unique_ptr<JsonHighlighter> m_highlighter; // made for the first line that is painted
    QCache<std::int64_t, Shown> m_shown; // by row
    QString m_marked;
    JsonPath m_path; // of the current line
    std::int64_t m_row = 0;
    std::int64_t m_hovered = -1;
};

} // namespace ui
