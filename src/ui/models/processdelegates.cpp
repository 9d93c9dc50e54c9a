// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/processdelegates.h"

#include "ui/models/apicallmodel.h"
#include "ui/models/processtreemodel.h"
#include "ui/text/format.h"
#include "ui/text/safetext.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace ui {

namespace {

constexpr int barWidth = 4;
constexpr int barGap = 2;
constexpr int badgeSize = 16;
constexpr int badgeGap = 4;

struct Badge {
    const char16_t* icon;
    Token token;
    QString meaning;
};

QString pidList(const std::vector<std::int64_t>& pids)
{
    QStringList texts;
    for (const std::int64_t pid : pids) {
        texts += QString::number(pid);
    }
    return texts.join(QStringLiteral(", "));
}

QList<Badge> badgesOf(const ProcessRow& row)
{
    QList<Badge> badges;
    const ProcessBadges& counts = row.badges;
    if (counts.signatures > 0) {
        badges.append({u"signatures", severityToken(counts.severity + 1),
            BadgesDelegate::tr("%Ln signature(s)", nullptr, counts.signatures)});
    }
    if (!counts.injectedInto.empty()) {
        badges.append({u"inject", Token::Severity4,
            BadgesDelegate::tr("changes processes %1").arg(pidList(counts.injectedInto))});
    }
    if (!counts.injectedBy.empty()) {
        badges.append({u"kind-injected", Token::Severity4,
            BadgesDelegate::tr("changed by processes %1").arg(pidList(counts.injectedBy))});
    }
    if (counts.networkCalls > 0) {
        badges.append({u"network", Token::CategoryNetwork,
            BadgesDelegate::tr("%Ln network call(s)", nullptr, counts.networkCalls)});
    }
    if (counts.fileCalls > 0) {
        badges.append(
            {u"file", Token::CategoryFilesystem, BadgesDelegate::tr("%Ln file call(s)", nullptr, counts.fileCalls)});
    }
    if (counts.registryCalls > 0) {
        badges.append({u"registry", Token::CategoryRegistry,
            BadgesDelegate::tr("%Ln registry call(s)", nullptr, counts.registryCalls)});
    }
    return badges;
}

const ProcessRow* processOf(const QModelIndex& index)
{
    const QVariant row = index.data(ProcessTreeModel::BadgesRole);
    return static_cast<const ProcessRow*>(row.value<const void*>());
}

} // namespace

QString badgesText(const ProcessRow& process)
{
    QStringList lines;
    for (const Badge& badge : badgesOf(process)) {
        lines += badge.meaning;
    }
    return lines.join(QLatin1Char('\n'));
}

void paintBadges(QPainter* painter, const QRect& area, const ProcessRow& process, bool isSelected, qreal pixelRatio)
{
    int x = area.left();
    for (const Badge& badge : badgesOf(process)) {
        const Token token = isSelected ? Token::SelectionText : badge.token;
        painter->drawPixmap(
            x, area.center().y() - badgeSize / 2 + 1, iconPixmap(badge.icon, token, badgeSize, pixelRatio));
        x += badgeSize + badgeGap;
    }
}

void CategoryDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    ElidedDelegate::initStyleOption(option, index);
    option->rect.adjust(barWidth + barGap, 0, 0, 0);
}

void CategoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    ElidedDelegate::paint(painter, option, index);
    const QString category = index.data(ApiCallModel::CategoryRole).toString();
    const QRect bar(option.rect.left(), option.rect.top() + 1, barWidth, option.rect.height() - 2);
    painter->fillRect(bar, Theme::color(categoryToken(category)));
}

QSize CategoryDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return ElidedDelegate::sizeHint(option, index) + QSize(barWidth + barGap, 0);
}

void BadgesDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const ProcessRow* row = processOf(index);
    if (!row) {
        return;
    }
    paintBadges(painter, option.rect.adjusted(badgeGap, 0, 0, 0), *row, option.state.testFlag(QStyle::State_Selected),
        painter->device()->devicePixelRatioF());
}

QSize BadgesDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const ProcessRow* row = processOf(index);
    const int count = row ? int(badgesOf(*row).size()) : 0;
    return {badgeGap + count * (badgeSize + badgeGap), QStyledItemDelegate::sizeHint(option, index).height()};
}

bool BadgesDelegate::helpEvent(
    QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    if (event->type() != QEvent::ToolTip) {
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    }
    const ProcessRow* row = processOf(index);
    QToolTip::showText(event->globalPos(), row ? safeToolTip(badgesText(*row)) : QString(), view);
    return true;
}

} // namespace ui
