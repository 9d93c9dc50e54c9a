// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textview.h"

#include "core/ioc/defang.h"
#include "ui/text/safetext.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace ui {

namespace {

constexpr int gap = 6;
constexpr qsizetype described = 500; // characters that are read aloud

const QKeySequence copyRaw(Qt::CTRL | Qt::SHIFT | Qt::Key_C);

bool isKey(const QKeyEvent* event, const QKeySequence& keys)
{
    return QKeySequence(event->keyCombination()) == keys;
}

} // namespace

TextView::TextView(QWidget* parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Text"));
    viewport()->setCursor(Qt::IBeamCursor);
    setFont(Theme::monoFont());
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        setFont(Theme::monoFont());
        viewport()->update();
    });
}

void TextView::setText(const QString& text)
{
    m_lines = TextLines(text);
    m_cells = -1;
    m_anchor = m_cursor = 0;
    setNeedle(m_needle);
    setAccessibleDescription(m_lines.shown().first(std::min(m_lines.shown().size(), described)));
    layOut();
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    updateGeometry();
    viewport()->update();
}

void TextView::setWrapped(bool wrapped)
{
    m_isWrapped = wrapped;
    m_cells = -1;
    layOut();
    scrollToCursor();
    viewport()->update();
}

int TextView::lineHeight() const
{
    return fontMetrics().height() + 2;
}

int TextView::characterWidth() const
{
    return std::max(1, fontMetrics().horizontalAdvance(QLatin1Char('0')));
}

int TextView::numberWidth() const
{
    if (m_lines.lineCount() < 2) {
        return 0;
    }
    return int(std::to_string(m_lines.lineCount()).size()) * characterWidth() + 2 * gap;
}

int TextView::wholeRows() const
{
    return std::max(1, viewport()->height() / lineHeight());
}

QSize TextView::sizeHint() const
{
    return {40 * characterWidth(), 12 * lineHeight()};
}

QSize TextView::minimumSizeHint() const
{
    return {10 * characterWidth(), 3 * lineHeight()};
}

// The first row in sight stays it.
void TextView::layOut()
{
    const int room = viewport()->width() - numberWidth() - 2 * gap;
    const int cells = m_isWrapped ? std::max(8, room / characterWidth()) : 0;
    if (cells != m_cells) {
        const qsizetype first = std::min<qsizetype>(verticalScrollBar()->value(), m_lines.rowCount() - 1);
        const qsizetype position = m_lines.rowStart(first);
        m_lines.wrapAt(cells);
        m_cells = cells;
        verticalScrollBar()->setRange(0, int(std::max<qsizetype>(0, m_lines.rowCount() - wholeRows())));
        verticalScrollBar()->setValue(int(m_lines.rowOf(position)));
    }
    verticalScrollBar()->setRange(0, int(std::max<qsizetype>(0, m_lines.rowCount() - wholeRows())));
    verticalScrollBar()->setPageStep(wholeRows());
    const qsizetype across = m_isWrapped ? 0 : m_lines.longestLine() - room / characterWidth() + 1;
    horizontalScrollBar()->setRange(0, int(std::max<qsizetype>(0, across)));
    horizontalScrollBar()->setPageStep(std::max(1, room / characterWidth()));
}

// As much of a row as is in sight.
TextRow TextView::visibleRow(qsizetype row) const
{
    const QStringView all = m_lines.row(row);
    qsizetype skipped = std::min<qsizetype>(horizontalScrollBar()->value(), all.size());
    if (skipped > 0 && skipped < all.size() && all[skipped].isLowSurrogate()) {
        --skipped;
    }
    const qsizetype room = viewport()->width() / characterWidth() + 2;
    const QStringView shown = all.sliced(skipped).first(std::min(room, all.size() - skipped));
    return {m_lines.rowStart(row) + skipped, shown.toString(), font(), qreal(TextLines::tabCells * characterWidth())};
}

void TextView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), Theme::color(Token::Raised));
    painter.fillRect(QRect(0, 0, numberWidth(), viewport()->height()), Theme::color(Token::Surface));
    const qsizetype first = verticalScrollBar()->value();
    const qsizetype end = std::min(m_lines.rowCount(), first + wholeRows() + 1);
    for (qsizetype row = first; row < end; ++row) {
        const int top = int(row - first) * lineHeight();
        paintNumber(painter, row, top);
        painter.setClipRect(QRect(numberWidth(), 0, viewport()->width(), viewport()->height()));
        paintRow(painter, row, top);
        painter.setClipping(false);
    }
}

void TextView::paintNumber(QPainter& painter, qsizetype row, int top) const
{
    if (numberWidth() > 0 && m_lines.startsLine(row)) {
        painter.setPen(Theme::color(Token::Dim));
        painter.drawText(QRect(0, top, numberWidth() - gap, lineHeight()), Qt::AlignRight | Qt::AlignVCenter,
            QString::number(m_lines.lineOf(m_lines.rowStart(row)) + 1));
    }
}

void TextView::paintRow(QPainter& painter, qsizetype row, int top) const
{
    TextRow shown = visibleRow(row);
    QTextCharFormat found;
    found.setBackground(Theme::tint(Token::Severity3, 0.35));
    for (std::size_t i = m_found.endingAfter(shown.start()); i < m_found.count() && m_found[i] < shown.end(); ++i) {
        shown.mark(m_found[i], m_found[i] + m_found.length(), found);
    }
    QTextCharFormat selected;
    selected.setBackground(Theme::color(Token::Selection));
    selected.setForeground(Theme::color(Token::SelectionText));
    shown.mark(std::min(m_anchor, m_cursor), std::max(m_anchor, m_cursor), selected);
    painter.setPen(Theme::color(Token::Text));
    const QPointF place(numberWidth() + gap, top + 1);
    shown.paint(painter, place);
    if (hasFocus() && m_lines.rowOf(m_cursor) == row) {
        shown.paintCursor(painter, place, m_cursor);
    }
}

qsizetype TextView::positionAt(const QPoint& place) const
{
    const qsizetype asked = verticalScrollBar()->value() + (place.y() < 0 ? -1 : place.y() / lineHeight());
    const qsizetype row = std::clamp<qsizetype>(asked, 0, m_lines.rowCount() - 1);
    return visibleRow(row).positionAt(place.x() - numberWidth() - gap);
}

void TextView::moveTo(qsizetype position, bool selects)
{
    m_cursor = std::clamp<qsizetype>(position, 0, m_lines.shown().size());
    if (m_cursor > 0 && m_cursor < m_lines.shown().size() && m_lines.shown()[m_cursor].isLowSurrogate()) {
        m_cursor += position > m_anchor ? 1 : -1;
    }
    if (!selects) {
        m_anchor = m_cursor;
    }
    scrollToCursor();
    viewport()->update();
}

void TextView::scrollToCursor()
{
    const qsizetype row = m_lines.rowOf(m_cursor);
    const qsizetype first = verticalScrollBar()->value();
    if (row < first) {
        verticalScrollBar()->setValue(int(row));
    } else if (row >= first + wholeRows()) {
        verticalScrollBar()->setValue(int(row - wholeRows() + 1));
    }
    const qsizetype column = m_cursor - m_lines.rowStart(row);
    const qsizetype left = horizontalScrollBar()->value();
    const qsizetype room = std::max(1, (viewport()->width() - numberWidth() - 2 * gap) / characterWidth());
    if (column < left || column > left + room) {
        horizontalScrollBar()->setValue(int(column - room / 2));
    }
}

void TextView::select(qsizetype from, qsizetype to)
{
    moveTo(to, false);
    moveTo(from, false);
    moveTo(to, true);
}

void TextView::selectAll()
{
    m_anchor = 0;
    m_cursor = m_lines.shown().size();
    viewport()->update();
}

QString TextView::selectedText() const
{
    return m_lines.original(std::min(m_anchor, m_cursor), std::max(m_anchor, m_cursor));
}

void TextView::copy(bool defangs) const
{
    const QString text = hasSelection() ? selectedText() : m_lines.text();
    QGuiApplication::clipboard()->setText(
        defangs ? QString::fromStdString(core::defangText(text.toStdString())) : text);
}

void TextView::setNeedle(const QString& needle)
{
    m_needle = needle;
    m_found.find(m_lines.shown(), needle);
    viewport()->update();
}

std::size_t TextView::showPlace(std::size_t number)
{
    select(m_found[number], m_found[number] + m_found.length());
    return number;
}

std::optional<std::size_t> TextView::findNext()
{
    const qsizetype start = std::min(m_anchor, m_cursor);
    return m_found.isEmpty() ? std::nullopt : std::optional(showPlace(m_found.from(hasSelection() ? start + 1 : start)));
}

std::optional<std::size_t> TextView::findPrevious()
{
    return m_found.isEmpty() ? std::nullopt : std::optional(showPlace(m_found.before(std::min(m_anchor, m_cursor))));
}

void TextView::resizeEvent(QResizeEvent*)
{
    layOut();
}

void TextView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_cells = -1;
        layOut();
    }
}

// The window's commands give way to what is the same in every text.
bool TextView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll) || isKey(key, copyRaw)) {
            key->accept();
        }
    } else if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        viewport()->update(); // the cursor comes and goes
    }
    return QAbstractScrollArea::event(event);
}

void TextView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy(true);
    } else if (isKey(event, copyRaw)) {
        copy(false);
    } else if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
    } else if (event->matches(QKeySequence::Find)) {
        Q_EMIT findRequested();
    } else if (!moveBy(event)) {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

bool TextView::moveBy(QKeyEvent* event)
{
    const qsizetype row = m_lines.rowOf(m_cursor);
    const qsizetype column = m_cursor - m_lines.rowStart(row);
    const auto inRow = [&](qsizetype wanted) {
        const qsizetype other = std::clamp<qsizetype>(wanted, 0, m_lines.rowCount() - 1);
        return m_lines.rowStart(other) + std::min(column, m_lines.row(other).size());
    };
    const bool selects = event->modifiers() & Qt::ShiftModifier;
    const bool whole = event->modifiers() & Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_Up:
        return moveTo(inRow(row - 1), selects), true;
    case Qt::Key_Down:
        return moveTo(inRow(row + 1), selects), true;
    case Qt::Key_PageUp:
        return whole ? false : (moveTo(inRow(row - wholeRows()), selects), true);
    case Qt::Key_PageDown:
        return whole ? false : (moveTo(inRow(row + wholeRows()), selects), true);
    case Qt::Key_Left:
        return moveTo(m_cursor - 1, selects), true;
    case Qt::Key_Right:
        return moveTo(m_cursor + 1, selects), true;
    case Qt::Key_Home:
        return moveTo(whole ? 0 : m_lines.rowStart(row), selects), true;
    case Qt::Key_End:
        return moveTo(whole ? m_lines.shown().size() : m_lines.rowStart(row) + m_lines.row(row).size(), selects), true;
    default:
        return false;
    }
}

void TextView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) {
        moveTo(positionAt(event->position().toPoint()), event->modifiers() & Qt::ShiftModifier);
    }
}

void TextView::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton) {
        moveTo(positionAt(event->position().toPoint()), true);
    }
}

void TextView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QStringView text = m_lines.shown();
    const auto isWord = [&](qsizetype at) { return text[at].isLetterOrNumber() || text[at] == QLatin1Char('_'); };
    qsizetype from = positionAt(event->position().toPoint());
    qsizetype to = from;
    while (from > 0 && isWord(from - 1)) {
        --from;
    }
    while (to < text.size() && isWord(to)) {
        ++to;
    }
    select(from, to);
}

void TextView::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [menu](const QString& text, const QKeySequence& shortcut) {
        QAction* action = menu->addAction(text);
        action->setShortcut(shortcut);
        action->setShortcutVisibleInContextMenu(true);
        return action;
    };
    QAction* defanged = add(tr("Copy, defanged"), QKeySequence::Copy);
    defanged->setIcon(icon(u"copy"));
    connect(defanged, &QAction::triggered, this, [this] { copy(true); });
    connect(add(tr("Copy as it is"), copyRaw), &QAction::triggered, this, [this] { copy(false); });
    menu->addSeparator();
    connect(add(tr("Select all"), QKeySequence::SelectAll), &QAction::triggered, this, &TextView::selectAll);
    menu->popup(event->globalPos());
}

} // namespace ui
