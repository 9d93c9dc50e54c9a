// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/json/jsonview.h"

#include "ui/json/jsonlinetext.h"
#include "ui/text/format.h"
#include "ui/text/safetext.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>

#include <algorithm>
#include <limits>

namespace ui {

namespace {

constexpr int gap = 8;
constexpr int foldWidth = 20;
constexpr int markSize = 12;
constexpr int indentCharacters = 2;
// What stands deeper is not indented further, or nothing of it would be in sight.
constexpr int deepestIndent = 24;
constexpr int cachedLines = 500;

// The needle as it stands in JSON text.
QString asShown(const QString& needle)
{
    std::string quoted;
    core::json::dumpString(quoted, needle.toStdString());
    return safeText(fromUtf8(std::string_view(quoted).substr(1, quoted.size() - 2)));
}

QTextLayout::FormatRange formatOf(int start, int length, Token token)
{
    QTextLayout::FormatRange range;
    range.start = start;
    range.length = length;
    range.format.setForeground(Theme::color(token));
    return range;
}

} // namespace

// A line ready to be painted.
struct JsonView::Shown {
    JsonLine line;
    QString text;
    QString note;
    QList<QTextLayout::FormatRange> formats;
};

JsonView::JsonView(QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_shown(cachedLines)
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::ArrowCursor);
    setFont(Theme::monoFont());
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        m_shown.clear();
        setFont(Theme::monoFont());
        viewport()->update();
    });
}

JsonView::~JsonView() = default;

void JsonView::setDocument(JsonDocumentPtr document)
{
    m_lines = std::make_unique<JsonLines>(std::move(document));
    m_path.clear();
    m_row = 0;
    foldingChanged();
}

int JsonView::lineHeight() const
{
    return fontMetrics().height() + 4;
}

int JsonView::characterWidth() const
{
    return fontMetrics().horizontalAdvance(QLatin1Char('0'));
}

int JsonView::numberWidth() const
{
    const int digits = m_lines ? int(std::to_string(m_lines->count()).size()) : 1;
    return std::max(digits, 3) * characterWidth() + 2 * gap;
}

int JsonView::textLeft() const
{
    return numberWidth() + foldWidth;
}

int JsonView::indentOf(const JsonLine& line) const
{
    return std::min(int(line.path.size()), deepestIndent) * indentCharacters * characterWidth();
}

std::int64_t JsonView::firstRow() const
{
    return verticalScrollBar()->value();
}

int JsonView::wholeRows() const
{
    return std::max(1, viewport()->height() / lineHeight());
}

std::int64_t JsonView::rowAt(int y) const
{
    const std::int64_t row = firstRow() + y / lineHeight();
    return m_lines && y >= 0 && row < m_lines->count() ? row : -1;
}

QString JsonView::textOf(std::int64_t row) const
{
    const JsonLineText text = jsonLineText(m_lines->document(), m_lines->at(row));
    return text.note.isEmpty() ? text.text : QStringLiteral("%1  %2").arg(text.text, text.note);
}

const JsonView::Shown& JsonView::shown(std::int64_t row)
{
    if (const Shown* known = m_shown.object(row)) {
        return *known;
    }
    if (!m_highlighter) {
        m_highlighter = std::make_unique<JsonHighlighter>();
    }
    auto* made = new Shown;
    made->line = m_lines->at(row);
    const JsonLineText text = jsonLineText(m_lines->document(), made->line);
    made->text = text.text;
    made->note = text.note;
    for (const JsonHighlighter::Span& span : m_highlighter->highlight(made->text, made->line.inObject)) {
        made->formats += formatOf(span.start, span.length, span.token);
    }
    for (qsizetype at = 0; !m_marked.isEmpty() && (at = made->text.indexOf(m_marked, at, Qt::CaseInsensitive)) >= 0;
        at += m_marked.size()) {
        QTextLayout::FormatRange mark;
        mark.start = int(at);
        mark.length = int(m_marked.size());
        mark.format.setBackground(Theme::tint(Token::Severity3, 0.35));
        made->formats += mark;
    }
    m_shown.insert(row, made);
    return *made;
}

void JsonView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), Theme::color(Token::Raised));
    painter.fillRect(QRect(0, 0, numberWidth(), viewport()->height()), Theme::color(Token::Surface));
    if (!m_lines) {
        return;
    }
    const int height = lineHeight();
    const std::int64_t end = std::min(m_lines->count(), firstRow() + wholeRows() + 1);
    for (std::int64_t row = firstRow(); row < end; ++row) {
        const QRect line(0, int(row - firstRow()) * height, viewport()->width(), height);
        const QRect ground = line.adjusted(numberWidth(), 0, 0, 0);
        if (row == m_row) {
            painter.fillRect(ground, Theme::color(hasFocus() ? Token::Selection : Token::Hover));
        } else if (row == m_hovered) {
            painter.fillRect(ground, Theme::color(Token::Hover));
        }
        const Shown& content = shown(row);
        paintGutter(painter, content, line, row);
        paintText(painter, content, line);
    }
}

void JsonView::paintGutter(QPainter& painter, const Shown& shown, const QRect& line, std::int64_t row) const
{
    painter.setPen(Theme::color(row == m_row ? Token::Text : Token::Dim));
    painter.drawText(QRect(0, line.top(), numberWidth() - gap, line.height()), Qt::AlignRight | Qt::AlignVCenter,
        QString::number(row + 1));
    painter.setPen(Theme::color(Token::Line));
    const int closing = shown.line.shape == JsonLine::Shape::Closing ? 1 : 0;
    const int depth = std::min(int(shown.line.path.size()) - closing, deepestIndent);
    for (int level = 0; level < depth; ++level) {
        const int x = textLeft() + level * indentCharacters * characterWidth() + characterWidth() / 2;
        painter.drawLine(x, line.top(), x, line.bottom());
    }
    const bool folded = shown.line.shape == JsonLine::Shape::Folded;
    if (!folded && shown.line.shape != JsonLine::Shape::Opening) {
        return;
    }
    const QPixmap mark = iconPixmap(folded ? u"chevron-right" : u"chevron-down",
        row == m_row ? Token::Text : Token::Dim, markSize, devicePixelRatioF());
    painter.drawPixmap(numberWidth() + (foldWidth - markSize) / 2, line.top() + (line.height() - markSize) / 2, mark);
}

void JsonView::paintText(QPainter& painter, const Shown& shown, const QRect& line) const
{
    const int left = textLeft() + indentOf(shown.line);
    const int noteWidth = shown.note.isEmpty() ? 0 : fontMetrics().horizontalAdvance(shown.note) + 2 * gap;
    const int room = std::max(line.width() - left - noteWidth - gap, 4 * characterWidth());
    const QString text = fontMetrics().elidedText(shown.text, Qt::ElideRight, room);
    QTextLayout layout(text, font());
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LeftToRight); // whatever the strings hold
    layout.setTextOption(option);
    layout.setFormats(shown.formats);
    layout.beginLayout();
    const QTextLine laid = layout.createLine();
    layout.endLayout();
    painter.setPen(Theme::color(Token::Text));
    layout.draw(&painter, QPointF(left, line.top() + 2));
    if (shown.note.isEmpty()) {
        return;
    }
    painter.setPen(Theme::color(Token::Dim));
    painter.drawText(QRect(left + int(laid.naturalTextWidth()) + 2 * gap, line.top(), noteWidth, line.height()),
        Qt::AlignLeft | Qt::AlignVCenter, shown.note);
}

void JsonView::resizeEvent(QResizeEvent*)
{
    updateScrollBar();
}

void JsonView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateScrollBar();
    }
}

void JsonView::updateScrollBar()
{
    constexpr std::int64_t most = std::numeric_limits<int>::max() - 1;
    const std::int64_t hidden = m_lines ? m_lines->count() - wholeRows() : 0;
    verticalScrollBar()->setRange(0, int(std::clamp<std::int64_t>(hidden, 0, most)));
    verticalScrollBar()->setPageStep(wholeRows());
}

// The current value stays the current one; where a fold hides it now, the fold is.
void JsonView::foldingChanged()
{
    m_shown.clear();
    m_hovered = -1;
    updateScrollBar();
    setCurrentRow(m_lines->rowOf(m_path));
    viewport()->update();
    Q_EMIT linesChanged();
}

void JsonView::setCurrentRow(std::int64_t row)
{
    m_row = std::clamp<std::int64_t>(row, 0, m_lines->count() - 1);
    JsonPath path = m_lines->at(m_row).path;
    const bool other = path != m_path;
    m_path = std::move(path);
    scrollTo(m_row, false);
    viewport()->update();
    setAccessibleDescription(textOf(m_row));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    if (other) {
        Q_EMIT currentChanged();
    }
}

void JsonView::scrollTo(std::int64_t row, bool centre)
{
    const std::int64_t first = firstRow();
    const int rows = wholeRows();
    if (row >= first && row < first + rows) {
        return;
    }
    const std::int64_t to = centre ? row - rows / 2 : row < first ? row : row - rows + 1;
    verticalScrollBar()->setValue(int(std::clamp<std::int64_t>(to, 0, verticalScrollBar()->maximum())));
}

void JsonView::showPath(std::span<const std::uint32_t> path)
{
    if (!m_lines) {
        return;
    }
    const JsonPath target(path.begin(), path.end());
    m_lines->unfold(path.first(path.empty() ? 0 : path.size() - 1));
    m_shown.clear();
    updateScrollBar();
    const std::int64_t row = m_lines->rowOf(target);
    scrollTo(row, true);
    setCurrentRow(row);
    Q_EMIT linesChanged();
}

void JsonView::setMarked(const QString& needle)
{
    m_marked = needle.isEmpty() ? QString() : asShown(needle);
    m_shown.clear();
    viewport()->update();
}

void JsonView::setUnfolded(bool unfolded)
{
    if (!m_lines) {
        return;
    }
    if (unfolded) {
        m_lines->unfold(m_path);
    } else {
        m_lines->fold(m_path);
    }
    foldingChanged();
}

void JsonView::unfoldWithChildren()
{
    if (!m_lines) {
        return;
    }
    m_lines->unfoldWithChildren(m_path);
    foldingChanged();
}

void JsonView::foldAll()
{
    if (!m_lines) {
        return;
    }
    m_lines->foldAll();
    foldingChanged();
}

void JsonView::toggle(std::int64_t row)
{
    const JsonLine line = m_lines->at(row);
    setCurrentRow(row);
    if (line.shape != JsonLine::Shape::Scalar) {
        setUnfolded(line.shape == JsonLine::Shape::Folded);
    }
}

void JsonView::stepOut()
{
    if (m_path.empty()) {
        return;
    }
    if (m_lines->isUnfolded(m_path)) {
        return setUnfolded(false);
    }
    setCurrentRow(m_lines->rowOf(std::span(m_path).first(m_path.size() - 1)));
}

void JsonView::stepIn()
{
    const JsonLine line = m_lines->at(m_row);
    if (line.shape == JsonLine::Shape::Folded) {
        setUnfolded(true);
    } else if (line.shape == JsonLine::Shape::Opening) {
        setCurrentRow(m_row + 1);
    }
}

void JsonView::keyPressEvent(QKeyEvent* event)
{
    if (!m_lines) {
        return event->ignore();
    }
    switch (event->key()) {
    case Qt::Key_Up:
        return setCurrentRow(m_row - 1);
    case Qt::Key_Down:
        return setCurrentRow(m_row + 1);
    case Qt::Key_PageUp:
        return setCurrentRow(m_row - wholeRows());
    case Qt::Key_PageDown:
        return setCurrentRow(m_row + wholeRows());
    case Qt::Key_Home:
        return setCurrentRow(0);
    case Qt::Key_End:
        return setCurrentRow(m_lines->count() - 1);
    case Qt::Key_Left:
        return stepOut();
    case Qt::Key_Right:
        return stepIn();
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return toggle(m_row);
    case Qt::Key_Asterisk:
        return unfoldWithChildren();
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void JsonView::mousePressEvent(QMouseEvent* event)
{
    const std::int64_t row = rowAt(event->position().toPoint().y());
    if (row < 0) {
        return;
    }
    const int x = event->position().toPoint().x();
    const bool onMark = x >= numberWidth() && x < textLeft();
    if (onMark && event->button() == Qt::LeftButton) {
        toggle(row);
    } else {
        setCurrentRow(row);
    }
}

void JsonView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const std::int64_t row = rowAt(event->position().toPoint().y());
    if (row >= 0 && event->button() == Qt::LeftButton) {
        toggle(row);
    }
}

void JsonView::mouseMoveEvent(QMouseEvent* event)
{
    setHovered(rowAt(event->position().toPoint().y()));
}

void JsonView::leaveEvent(QEvent*)
{
    setHovered(-1);
}

void JsonView::setHovered(std::int64_t row)
{
    if (row == m_hovered) {
        return;
    }
    m_hovered = row;
    viewport()->update();
}

void JsonView::contextMenuEvent(QContextMenuEvent* event)
{
    if (!m_lines) {
        return;
    }
    QPoint at = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        at = viewport()->mapToGlobal(QPoint(textLeft(), int(m_row - firstRow() + 1) * lineHeight()));
    }
    Q_EMIT menuRequested(at);
}

} // namespace ui
