// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wrappedtext.h"

#include "ui/text/safetext.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace ui {

namespace {

// Beyond this the text is cut on the screen; the copy is whole.
constexpr qsizetype Longest = 4000;
constexpr int UsualWidth = 200;

// Breaks the text into lines of this width; gives the height of them all.
qreal breakLines(QTextLayout& layout, int width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    return height;
}

} // namespace

WrappedText::WrappedText(const QFont& font, QWidget* parent)
    : QWidget(parent)
{
    setFont(font);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFocusPolicy(Qt::StrongFocus);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* action = new QAction(icon(u"copy"), tr("Copy"), this);
    connect(action, &QAction::triggered, this, &WrappedText::copy);
    addAction(action);
}

void WrappedText::setText(const QString& text)
{
    m_text = text;
    m_shown = safeText(text.first(std::min(text.size(), Longest)), LineBreaks::Keep);
    if (text.size() > Longest) {
        m_shown += QChar(0x2026);
    }
    setAccessibleDescription(m_shown);
    if (accessibleName().isEmpty()) {
        setAccessibleName(tr("Text")); // what it says is its description
    }
    m_shown.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator));
    updateGeometry();
    update();
}

int WrappedText::heightForWidth(int width) const
{
    QTextLayout layout(m_shown, font());
    return std::max(int(std::ceil(breakLines(layout, std::max(width, 1)))), fontMetrics().height());
}

QSize WrappedText::sizeHint() const
{
    return {UsualWidth, heightForWidth(UsualWidth)};
}

void WrappedText::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (hasFocus()) {
        painter.fillRect(rect(), Theme::color(Token::Hover));
    }
    painter.setPen(Theme::color(Token::Text));
    QTextLayout layout(m_shown, font());
    breakLines(layout, std::max(width(), 1));
    layout.draw(&painter, {0, 0});
}

void WrappedText::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void WrappedText::copy() const
{
    QGuiApplication::clipboard()->setText(m_text);
}

} // namespace ui
