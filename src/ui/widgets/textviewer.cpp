// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textviewer.h"

#include "ui/text/format.h"
#include "ui/text/safetext.h"
#include "ui/theme/icons.h"
#include "ui/widgets/line.h"
#include "ui/widgets/textview.h"
#include "ui/widgets/tonedlabel.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScreen>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

namespace {
constexpr QSize usualSize(900, 600);
} // namespace

TextViewer::TextViewer(const QString& title, const QString& text, QWidget* parent)
    : QDialog(parent)
    , m_view(new TextView(this))
{
    setWindowTitle(title.isEmpty() ? tr("Text") : safeLine(title));
    m_view->setText(text);
    m_view->setAccessibleName(windowTitle());
    connect(m_view, &TextView::findRequested, this, &TextViewer::focusFind);
    const auto add = [this](const QKeySequence& keys, auto act) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, act);
    };
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeToolBar());
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addWidget(m_view, 1);
    add(QKeySequence::Find, &TextViewer::focusFind);
    add(QKeySequence(Qt::Key_F3), [this] { goTo(true); });
    add(QKeySequence(Qt::SHIFT | Qt::Key_F3), [this] { goTo(false); });
    resize(usualSize.boundedTo(screen()->availableSize() * 0.9));
    m_view->setFocus();
}

TextViewer* TextViewer::open(QWidget* window, const QString& title, const QString& text)
{
    auto* viewer = new TextViewer(title, text, window);
    viewer->setAttribute(Qt::WA_DeleteOnClose);
    viewer->show();
    return viewer;
}

QWidget* TextViewer::makeToolBar()
{
    auto* bar = new QWidget(this);
    m_field = new QLineEdit(bar);
    m_field->setPlaceholderText(tr("Find"));
    m_field->setClearButtonEnabled(true);
    m_field->setAccessibleName(tr("Find in the text"));
    m_places = new TonedLabel({}, Token::Dim, TonedLabel::Size::Dim, bar);
    const auto addButton = [bar](QStringView iconName, const QString& text) {
        auto* button = new QToolButton(bar);
        button->setAutoRaise(true);
        button->setIcon(icon(iconName));
        button->setToolTip(text);
        button->setAccessibleName(text);
        button->setFocusPolicy(Qt::TabFocus);
        return button;
    };
    QToolButton* previous = addButton(u"chevron-left", tr("Previous (Shift+F3)"));
    QToolButton* next = addButton(u"chevron-right", tr("Next (F3)"));
    auto* wrap = new QToolButton(bar);
    wrap->setText(tr("Wrap lines"));
    wrap->setCheckable(true);
    wrap->setChecked(true);
    wrap->setFocusPolicy(Qt::TabFocus);
    auto* copy = addButton(u"copy", tr("Copy all of it"));
    auto* size = new TonedLabel(tr("%Ln line(s)", nullptr, int(m_view->lines().lineCount())), Token::Dim,
        TonedLabel::Size::Dim, bar);
    connect(m_field, &QLineEdit::textChanged, this, &TextViewer::search);
    connect(m_field, &QLineEdit::returnPressed, this,
        [this] { goTo(!(QGuiApplication::keyboardModifiers() & Qt::ShiftModifier)); });
    connect(previous, &QToolButton::clicked, this, [this] { goTo(false); });
    connect(next, &QToolButton::clicked, this, [this] { goTo(true); });
    connect(wrap, &QToolButton::toggled, m_view, &TextView::setWrapped);
    connect(copy, &QToolButton::clicked, this, [this] {
        m_view->selectAll();
        m_view->copy(false);
    });
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->addWidget(m_field, 1);
    layout->addWidget(m_places);
    layout->addWidget(previous);
    layout->addWidget(next);
    layout->addWidget(new Line(Qt::Vertical, bar));
    layout->addWidget(wrap);
    layout->addWidget(copy);
    layout->addWidget(new Line(Qt::Vertical, bar));
    layout->addWidget(size);
    return bar;
}

void TextViewer::search()
{
    m_view->setNeedle(m_field->text());
    if (m_field->text().isEmpty()) {
        return m_places->setText({});
    }
    m_view->select(0, 0);
    goTo(true);
}

void TextViewer::goTo(bool forward)
{
    if (m_field->text().isEmpty()) {
        return focusFind();
    }
    const auto number = forward ? m_view->findNext() : m_view->findPrevious();
    const TextFinder& found = m_view->found();
    const QString all = found.count() < TextFinder::mostFound
        ? formatCount(qint64(found.count()))
        : tr("more than %1").arg(formatCount(qint64(found.count())));
    m_places->setText(number ? tr("%1 of %2").arg(formatCount(qint64(*number) + 1), all) : tr("not found"));
}

void TextViewer::focusFind()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

} // namespace ui
