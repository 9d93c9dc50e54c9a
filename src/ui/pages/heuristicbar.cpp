// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/heuristicbar.h"

#include "ui/models/sectiontreemodel.h"
#include "ui/text/format.h"
#include "ui/text/safetext.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <cmath>

namespace ui {

namespace {

constexpr int numberWidth = 56;
constexpr int barHeight = 3;

} // namespace

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Theme::color(Token::Line));
    painter.setBrush(Theme::color(Token::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

HeuristicBar::HeuristicBar(const QString& title, qint64 score, qint64 full, QWidget* parent)
    : QAbstractButton(parent)
    , m_score(score)
    , m_full(std::max<qint64>(full, 1))
{
    setText(title);
    setToolTip(safeToolTip(title));
    setAccessibleName(tr("%1, score %2").arg(safeLine(title), formatCount(score)));
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

double HeuristicBar::share() const
{
    return double(std::clamp<qint64>(m_score, 0, m_full)) / double(m_full);
}

void HeuristicBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QColor color = Theme::color(severityToken(severityOfScore(m_score)));
    if (underMouse() || hasFocus()) {
        painter.fillRect(rect(), Theme::color(Token::Hover));
    }
    const QRect title = rect().adjusted(0, 0, -numberWidth, -barHeight - 2);
    painter.setPen(Theme::color(Token::Text));
    painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter,
        fontMetrics().elidedText(safeLine(text()), Qt::ElideRight, title.width()));
    painter.drawText(rect().adjusted(0, 0, 0, -barHeight - 2), Qt::AlignRight | Qt::AlignVCenter, formatCount(m_score));
    const QRect track(0, height() - barHeight - 1, width(), barHeight);
    painter.fillRect(track, Theme::color(Token::Line));
    painter.fillRect(QRect(track.topLeft(), QSize(int(std::lround(share() * track.width())), barHeight)), color);
}

} // namespace ui
