// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wrappedtext.h"

#include "core/ioc/defang.h"
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
    m_copyDefanged = new QAction(icon(u"copy"), tr("Copy, defanged"), this);
    m_copy = new QAction(this);
    connect(m_copyDefanged, &QAction::triggered, this, &WrappedText::copyDefanged);
    connect(m_copy, &QAction::triggered, this, &WrappedText::copy);
    for (QAction* action : {m_copyDefanged, m_copy}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        action->setShortcutVisibleInContextMenu(true);
        addAction(action);
    }
    setDefangs(false);
}

void WrappedText::setDefangs(bool defangs)
{
    m_copyDefanged->setVisible(defangs);
    m_copyDefanged->setShortcut(defangs ? QKeySequence(QKeySequence::Copy) : QKeySequence());
    m_copy->setText(defangs ? tr("Copy as it is") : tr("Copy"));
    m_copy->setIcon(defangs ? QIcon() : icon(u"copy"));
    m_copy->setShortcut(
        defangs ? QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C) : QKeySequence(QKeySequence::Copy));
}

void WrappedText::setText(const QString& text, TextLimit limit)
{
    m_text = text;
    m_isCut = textStart(text, limit).size() < text.size();
    m_shown = safeStart(text, limit);
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
        m_copyDefanged->isVisible() ? copyDefanged() : copy();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void WrappedText::copyDefanged() const
{
    QGuiApplication::clipboard()->setText(QString::fromStdString(core::defangText(m_text.toStdString())));
}

void WrappedText::copy() const
{
    QGuiApplication::clipboard()->setText(m_text);
}

} // namespace ui
