// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/dropoverlay.h"

#include "ui/submit/dropcontent.h"
#include "ui/text/safetext.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>

namespace ui {

QString dropSentence(const DropContent& content, const QStringList& servers)
{
    const QString to = servers.size() == 1 ? servers.constFirst() : QString();
    const auto files = int(content.files.size());
    const auto links = int(content.urls.size());
    QStringList lines;
    if (files > 0 && to.isEmpty()) {
        lines << QCoreApplication::translate("DropOverlay", "Submit %n file(s)", nullptr, files);
    } else if (files > 0) {
        lines << QCoreApplication::translate("DropOverlay", "Submit %n file(s) to %1", nullptr, files).arg(to);
    }
    if (links > 0 && to.isEmpty()) {
        lines << QCoreApplication::translate("DropOverlay", "Submit %n URL(s)", nullptr, links);
    } else if (links > 0) {
        lines << QCoreApplication::translate("DropOverlay", "Submit %n URL(s) to %1", nullptr, links).arg(to);
    }
    if (!content.hashes.isEmpty()) {
        lines << QCoreApplication::translate(
            "DropOverlay", "Ask the servers for %n hash(es)", nullptr, int(content.hashes.size()));
    }
    if (!content.reports.isEmpty()) {
        lines << QCoreApplication::translate("DropOverlay", "Open %n report(s)", nullptr, int(content.reports.size()));
    }
    return lines.join(QLatin1Char('\n'));
}

DropOverlay::DropOverlay(QWidget* window)
    : QWidget(window)
{
    setAcceptDrops(true);
    hide();
}

void DropOverlay::setServers(const QStringList& names)
{
    m_servers = names;
}

void DropOverlay::cover(const DropContent& content)
{
    m_text = safeText(dropSentence(content, m_servers), LineBreaks::Keep);
    setAccessibleName(m_text);
    setGeometry(parentWidget()->rect());
    raise();
    show();
    update();
}

void DropOverlay::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = Theme::color(Token::Surface);
    veil.setAlphaF(0.86F);
    painter.fillRect(rect(), veil);
    painter.setPen(QPen(Theme::color(Token::Accent), 2, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(16, 16, -16, -16), 12, 12);
    constexpr int IconSize = 48;
    constexpr int Padding = 24;
    const QPoint centre = rect().center();
    const QRect room(24, centre.y() + 8, width() - 48, height() / 3);
    const int flags = Qt::AlignHCenter | Qt::AlignTop;
    const QFontMetrics metrics(Theme::titleFont());
    // The sentence has a ground of its own: through the veil it would mix with the texts of the page.
    QRect plate = metrics.boundingRect(room, flags, m_text);
    plate.setTop(centre.y() - IconSize - 8);
    plate.adjust(-Padding * 2, -Padding, Padding * 2, Padding);
    painter.setPen(Theme::color(Token::Line));
    painter.setBrush(Theme::color(Token::Raised));
    painter.drawRoundedRect(QRectF(plate).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    painter.drawPixmap(centre.x() - IconSize / 2, centre.y() - IconSize - 8,
        iconPixmap(u"download", Token::Accent, IconSize, devicePixelRatioF()));
    painter.setFont(Theme::titleFont());
    painter.setPen(Theme::color(Token::Text));
    painter.drawText(room, flags, m_text);
}

void DropOverlay::dragEnterEvent(QDragEnterEvent* event)
{
    event->acceptProposedAction();
}

void DropOverlay::dragMoveEvent(QDragMoveEvent* event)
{
    event->acceptProposedAction();
}

void DropOverlay::dragLeaveEvent(QDragLeaveEvent*)
{
    hide();
}

void DropOverlay::dropEvent(QDropEvent* event)
{
    hide();
    event->acceptProposedAction();
    Q_EMIT dropped(readMimeData(*event->mimeData()));
}

} // namespace ui
