// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace ui {

// A table or tree cell: text as safeText makes it, elided in the middle or at the end, the whole of it as a tooltip
// when it is cut.
class ElidedDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit ElidedDelegate(Qt::TextElideMode mode = Qt::ElideRight, QObject* parent = nullptr);

    QString displayText(const QVariant& value, const QLocale& locale) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
        const QModelIndex& index) override;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    Qt::TextElideMode m_mode;
};

} // namespace ui
