// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/notefield.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QToolButton>

namespace ui {

namespace {
constexpr int Lines = 4;
}

NoteField::NoteField(QWidget* parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(this))
    , m_text(new QPlainTextEdit(this))
{
    m_title->setFont(Theme::dimFont());
    m_title->setForegroundRole(QPalette::PlaceholderText);
    auto* done = new QToolButton(this);
    done->setIcon(icon(u"check"));
    done->setAutoRaise(true);
    done->setToolTip(tr("Keep the note (Ctrl+Enter)"));
    done->setAccessibleName(tr("Keep the note"));
    connect(done, &QToolButton::clicked, this, &NoteField::finish);
    m_text->setPlaceholderText(tr("Note"));
    m_text->setAccessibleName(tr("Note"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(Lines * m_text->fontMetrics().lineSpacing() + 12);
    m_text->installEventFilter(this);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(done);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 4, 8, 8);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_text);
    hide();
}

void NoteField::edit(const QString& title, const QString& note, std::function<void(const QString& note)> keep)
{
    finish();
    m_title->setText(title);
    m_text->setPlainText(note);
    m_text->moveCursor(QTextCursor::End);
    m_keep = std::move(keep);
    show();
    m_text->setFocus(Qt::OtherFocusReason);
}

void NoteField::finish()
{
    if (const auto keep = std::exchange(m_keep, nullptr)) {
        keep(m_text->toPlainText().trimmed());
        close();
    }
}

void NoteField::giveUp()
{
    m_keep = nullptr;
    close();
}

void NoteField::close()
{
    hide();
    Q_EMIT closed();
}

bool NoteField::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_text && event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason) {
            finish();
        }
    }
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (key->key() == Qt::Key_Escape) {
            giveUp();
            return true;
        }
        if (isEnter && key->modifiers().testFlag(Qt::ControlModifier)) {
            finish();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void NoteField::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::color(Token::Sunken));
    painter.fillRect(0, 0, width(), 1, Theme::color(Token::Line));
}

} // namespace ui
