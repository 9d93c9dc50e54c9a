// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/serverchip.h"

#include "ui/text/format.h"
#include "ui/text/safetext.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace ui {

namespace {
constexpr int Margin = 8;
constexpr int DotSize = 12;
} // namespace

ServerChip::ServerChip(const QString& name, QWidget* parent)
    : QAbstractButton(parent)
    , m_name(safeText(name))
{
    setFont(Theme::dimFont());
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setState({});
}

void ServerChip::setState(const net::ServerState& state)
{
    m_state = state;
    describe();
    updateGeometry();
    QAbstractButton::update();
}

void ServerChip::setRestrictions(const QStringList& sentences)
{
    if (m_restrictions != sentences) {
        m_restrictions = sentences;
        describe();
    }
}

void ServerChip::describe()
{
    const QString said = facts().isEmpty() ? tr("not asked yet") : facts();
    setAccessibleName(tr("Server %1: %2").arg(m_name, said));
    setAccessibleDescription(m_restrictions.join(u'\n'));
    QStringList lines{accessibleName()};
    if (!m_state.words.isEmpty()) {
        lines << m_state.words;
    }
    setToolTip(safeToolTip((lines + m_restrictions).join(u'\n')));
}

QString ServerChip::facts() const
{
    if (m_state.isHeld) {
        return tr("waits: the token is not encrypted");
    }
    if (!m_state.isReachable) {
        const qint64 wait = QDateTime::currentDateTimeUtc().secsTo(m_state.nextTry);
        return m_state.nextTry.isValid() && wait > 0
            ? tr("not reachable, next try in %1").arg(formatDuration(double(wait)))
            : tr("not reachable");
    }
    QStringList parts;
    if (m_state.needsToken) {
        parts << tr("token needed");
    }
    if (m_state.status) {
        parts << tr("%n pending", nullptr, m_state.status->tasksPending);
        parts << tr("%1 of %2 machines free").arg(m_state.status->machinesAvailable).arg(m_state.status->machinesTotal);
    }
    if (m_state.requestsLeft && m_state.requestsPerMinute) {
        parts << tr("%1/%2 requests left").arg(*m_state.requestsLeft).arg(*m_state.requestsPerMinute);
    }
    if (m_state.nextTry.isValid()) {
        const qint64 wait = std::max<qint64>(QDateTime::currentDateTimeUtc().secsTo(m_state.nextTry), 0);
        parts << tr("next look in %1").arg(formatDuration(double(wait)));
    }
    return parts.join(QStringLiteral("  \u00b7  "));
}

QSize ServerChip::sizeHint() const
{
    const QString said = facts();
    const int width
        = fontMetrics().horizontalAdvance(m_name) + (said.isEmpty() ? 0 : 8 + fontMetrics().horizontalAdvance(said));
    return {Margin + DotSize + 4 + width + Margin + 1, fontMetrics().height() + 8};
}

QSize ServerChip::minimumSizeHint() const
{
    return {Margin + DotSize + 4 + fontMetrics().horizontalAdvance(m_name) + Margin + 1, sizeHint().height()};
}

void ServerChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (underMouse() || hasFocus()) {
        painter.fillRect(rect(), Theme::color(Token::Hover));
    }
    const bool known = m_state.status || m_state.activeTasks > 0;
    const bool isWell = m_state.isReachable && !m_state.isHeld;
    const Token token = !isWell ? Token::Severity5 : known ? Token::Good : Token::Dim;
    painter.drawPixmap(Margin, (height() - DotSize) / 2,
        iconPixmap(isWell ? u"dot" : u"warning", token, DotSize, devicePixelRatioF()));
    QRect area = rect().adjusted(Margin + DotSize + 4, 0, -Margin + 2, 0);
    painter.setPen(Theme::color(Token::Text));
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter, m_name);
    area.setLeft(area.left() + fontMetrics().horizontalAdvance(m_name) + 8);
    painter.setPen(Theme::color(isWell ? Token::Dim : Token::Severity5));
    painter.drawText(
        area, Qt::AlignLeft | Qt::AlignVCenter, fontMetrics().elidedText(facts(), Qt::ElideRight, area.width()));
}

} // namespace ui
