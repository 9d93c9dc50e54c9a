// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/elideddelegate.h"

namespace ui {

// The first column of the API calls: the text, with the call's category as a bar of its colour at the row's edge.
class CategoryDelegate : public ElidedDelegate {
    Q_OBJECT
public:
    using ElidedDelegate::ElidedDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

struct ProcessRow;

// What a process did and what was done to it, in words, one line each.
QString badgesText(const ProcessRow& process);
// The same as icons, from the left of the area.
void paintBadges(QPainter* painter, const QRect& area, const ProcessRow& process, bool isSelected, qreal pixelRatio);

// What a process did, as small icons: signatures in the colour of the highest severity, network, files, registry,
// injection into others and by others.
class BadgesDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
        const QModelIndex& index) override;
};

} // namespace ui
