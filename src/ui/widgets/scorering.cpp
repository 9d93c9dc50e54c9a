// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scorering.h"

#include "ui/models/sectiontreemodel.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <cmath>

namespace ui {

namespace {

constexpr qreal ringWidth = 10;
constexpr double fullScore = 10'000; // real ones go so high
constexpr double evenScore = 100; // up to here it fills evenly, then ever more slowly
constexpr int wholeCircle = 360 * 16; // Qt counts sixteenths of a degree

} // namespace

ScoreRing::ScoreRing(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ScoreRing::setScore(std::optional<qint64> score)
{
    m_score = score;
    setAccessibleName(score ? tr("Score %1").arg(formatCount(*score)) : tr("No score yet"));
    update();
}

double ScoreRing::shareOf(qint64 score)
{
    return std::min(std::log1p(double(std::max<qint64>(score, 0)) / evenScore) / std::log1p(fullScore / evenScore), 1.0);
}

void ScoreRing::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ring = QRectF(rect()).adjusted(ringWidth, ringWidth, -ringWidth, -ringWidth);
    painter.setPen(QPen(Theme::color(Token::Line), ringWidth, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(ring, 0, wholeCircle);
    const QColor color = Theme::color(m_score ? severityToken(severityOfTotal(*m_score)) : Token::Dim);
    if (m_score) {
        painter.setPen(QPen(color, ringWidth, Qt::SolidLine, Qt::FlatCap));
        painter.drawArc(ring, wholeCircle / 4, -int(std::lround(shareOf(*m_score) * wholeCircle)));
    }
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    large.setWeight(QFont::DemiBold);
    painter.setFont(large);
    painter.setPen(Theme::color(Token::Text));
    painter.drawText(ring.translated(0, -6), Qt::AlignCenter, m_score ? formatCount(*m_score) : QStringLiteral("–"));
    painter.setFont(Theme::dimFont());
    painter.setPen(Theme::color(Token::Dim));
    painter.drawText(ring.translated(0, 20), Qt::AlignCenter, tr("score"));
}

} // namespace ui
