// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tasks/taskdelegate.h"

#include "net/phase.h"
#include "ui/tasks/tasklistmodel.h"
#include "ui/text/format.h"
#include "ui/text/safetext.h"
#include "ui/theme/flatcontrols.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/copyfield.h"

#include <QPainter>
#include <QSortFilterProxyModel>

namespace ui {

namespace {

constexpr int Margin = 12;
constexpr int Gap = 6;
constexpr int IconSize = 16;
constexpr int WidestStep = 10; // of the strip
constexpr int NarrowestStep = 4;
constexpr int LeastText = 104; // beside the strip: the name of any phase
constexpr int StepGap = 2;
constexpr int StepHeight = 6;

const net::TaskRecord* recordAt(const QModelIndex& index)
{
    QModelIndex source = index;
    while (const auto* proxy = qobject_cast<const QSortFilterProxyModel*>(source.model())) {
        source = proxy->mapToSource(source);
    }
    const auto* model = qobject_cast<const TaskListModel*>(source.model());
    return model ? &model->record(source.row()) : nullptr;
}

struct Look {
    QStringView iconName;
    Token token;
};

Look lookOf(const net::TaskRecord& record)
{
    if (record.isPaused && !net::isFinal(record.phase)) {
        return {u"pause", Token::Dim};
    }
    switch (record.phase) {
    case net::Phase::Ready:
        return {u"ready", Token::Good};
    case net::Phase::Failed:
        return {u"error", Token::PhaseFailed};
    case net::Phase::Cancelled:
        return {u"cancel", Token::Dim};
    case net::Phase::Running:
        return {u"running", Token::Accent};
    case net::Phase::Uploading:
        return {u"upload", Token::Accent};
    case net::Phase::Downloading:
        return {u"download", Token::Accent};
    default:
        return {u"queued", Token::Accent};
    }
}

int stepWidth(int lineWidth)
{
    const int room = (lineWidth - LeastText) / int(net::PhaseSteps.size()) - StepGap;
    return std::clamp(room, NarrowestStep, WidestStep);
}

void paintStrip(QPainter* painter, const QPoint& topLeft, int step, const net::TaskRecord& record)
{
    const bool stopped = record.phase == net::Phase::Failed || record.phase == net::Phase::Cancelled;
    const net::Phase reached = stopped ? record.failedIn : record.phase;
    for (int i = 0; i < int(net::PhaseSteps.size()); ++i) {
        const net::Phase phase = net::PhaseSteps[i];
        const QRect area(topLeft.x() + i * (step + StepGap), topLeft.y(), step, StepHeight);
        Token token = Token::PhaseWaiting;
        if (phase < reached || record.phase == net::Phase::Ready) {
            token = Token::PhaseDone;
        } else if (phase == reached) {
            token = record.phase == net::Phase::Failed ? Token::PhaseFailed : Token::PhaseCurrent;
        }
        const bool partly = phase == reached && !stopped && record.progress >= 0;
        painter->fillRect(area, Theme::color(partly ? Token::PhaseWaiting : token));
        if (partly) {
            painter->fillRect(
                QRect(area.topLeft(), QSize(step * record.progress / 100, StepHeight)), Theme::color(token));
        }
    }
}

// Draws text at the right end of the area and takes its room off it.
void drawRight(QPainter* painter, QRect& area, const QString& text)
{
    if (text.isEmpty()) {
        return;
    }
    painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, text);
    area.setRight(area.right() - painter->fontMetrics().horizontalAdvance(text) - 2 * Gap);
}

void drawElided(QPainter* painter, const QRect& area, const QString& text, Qt::TextElideMode mode)
{
    painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        painter->fontMetrics().elidedText(safeLine(text), mode, area.width()));
}

QString footOf(const net::TaskRecord& record, const QString& server)
{
    QStringList parts;
    if (record.serverTaskId() > 0) {
        parts << TaskDelegate::tr("%1 #%2").arg(server).arg(record.serverTaskId());
    } else {
        parts << server;
    }
    if (!record.sha256.isEmpty()) {
        parts << shortHash(record.sha256);
    }
    return parts.join(QStringLiteral("  \u00b7  "));
}

} // namespace

QSize TaskDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const QFontMetrics small(Theme::dimFont());
    return {200, 8 + option.fontMetrics.height() + 4 + 2 * (small.height() + 4) + 6};
}

void TaskDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const net::TaskRecord* record = recordAt(index);
    if (!record) {
        return;
    }
    painter->save();
    const bool selected = option.state & QStyle::State_Selected;
    if (selected) {
        drawSelection(option.rect, painter);
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(option.rect, Theme::color(Token::Hover));
    }
    painter->fillRect(QRect(option.rect.bottomLeft(), QSize(option.rect.width(), 1)), Theme::color(Token::Line));
    const Token textToken = selected ? Token::SelectionText : Token::Text;
    const Token dimToken = selected ? Token::SelectionText : Token::Dim;

    const QFontMetrics small(Theme::dimFont());
    QRect line(option.rect.left() + Margin, option.rect.top() + 8, option.rect.width() - 2 * Margin,
        option.fontMetrics.height());
    const Look look = lookOf(*record);
    painter->drawPixmap(line.left(), line.center().y() - IconSize / 2 + 1,
        iconPixmap(look.iconName, look.token, IconSize, painter->device()->devicePixelRatioF()));
    QRect text = line.adjusted(IconSize + Gap, 0, 0, 0);
    painter->setFont(Theme::dimFont());
    painter->setPen(Theme::color(dimToken));
    drawRight(painter, text, formatDuration(elapsedSeconds(*record)));
    painter->setFont(option.font);
    painter->setPen(Theme::color(textToken));
    drawElided(painter, text, record->fileName, Qt::ElideMiddle);

    painter->setFont(Theme::dimFont());
    line = QRect(line.left() + IconSize + Gap, line.bottom() + 5, line.width() - IconSize - Gap, small.height());
    const int step = stepWidth(line.width());
    const int stripWidth = int(net::PhaseSteps.size()) * (step + StepGap);
    paintStrip(painter, {line.left(), line.center().y() - StepHeight / 2 + 1}, step, *record);
    const QString wait = waitText(*record);
    painter->setPen(Theme::color(record->phase == net::Phase::Failed && !selected ? Token::PhaseFailed : textToken));
    drawElided(painter, line.adjusted(stripWidth + Gap, 0, 0, 0),
        wait.isEmpty() ? statusText(*record) : net::phaseName(record->phase), Qt::ElideRight);

    line.translate(0, small.height() + 4);
    const bool failed = record->phase == net::Phase::Failed;
    painter->setPen(Theme::color(failed && !selected ? Token::PhaseFailed : dimToken));
    if (record->score && !failed) {
        drawRight(painter, line, tr("score %1").arg(formatCount(qint64(*record->score))));
    }
    const bool hasWords = !record->words.isEmpty() && record->phase != net::Phase::Ready;
    const QString server = index.data(TaskListModel::ServerRole).toString();
    const QString why = hasWords ? record->words : footOf(*record, server);
    drawElided(painter, line,
        wait.isEmpty() ? why : tr("%1: %2", "when it is tried again, and why it waits").arg(wait, why), Qt::ElideRight);
    painter->restore();
}

} // namespace ui
