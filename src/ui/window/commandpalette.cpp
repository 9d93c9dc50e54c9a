// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/commandpalette.h"

#include "ui/text/safetext.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QRegularExpression>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int Margin = 12;
constexpr int RowHeight = 28;
constexpr int VisibleRows = 12;

class PaletteDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {200, RowHeight}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const bool selected = option.state & QStyle::State_Selected;
        if (selected || (option.state & QStyle::State_MouseOver)) {
            painter->fillRect(option.rect, Theme::color(selected ? Token::Selection : Token::Hover));
        }
        QRect area = option.rect.adjusted(Margin, 0, -Margin, 0);
        const QIcon drawing = index.data(Qt::DecorationRole).value<QIcon>();
        drawing.paint(painter, QRect(area.left(), area.center().y() - 7, 16, 16), Qt::AlignCenter,
            selected ? QIcon::Selected : QIcon::Normal);
        area.setLeft(area.left() + 24);
        const QString hint = index.data(PaletteModel::HintRole).toString();
        painter->setPen(Theme::color(selected ? Token::SelectionText : Token::Dim));
        painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, hint);
        area.setRight(area.right() - option.fontMetrics.horizontalAdvance(hint) - Margin);
        painter->setPen(Theme::color(selected ? Token::SelectionText : Token::Text));
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
            option.fontMetrics.elidedText(safeLine(index.data().toString()), Qt::ElideRight, area.width()));
    }
};

} // namespace

PaletteModel::PaletteModel(QList<PaletteEntry> entries, QObject* parent)
    : QAbstractListModel(parent)
    , m_entries(std::move(entries))
{
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const PaletteEntry& entry = m_entries[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return entry.text;
    case Qt::DecorationRole:
        return entry.icon;
    case HintRole:
        return entry.hint;
    default:
        return {};
    }
}

CommandPalette::CommandPalette(QList<PaletteEntry> entries, QWidget* window)
    : QFrame(window, Qt::Popup)
    , m_model(new PaletteModel(std::move(entries), this))
    , m_filter(new QSortFilterProxyModel(this))
    , m_field(new QLineEdit(this))
    , m_view(new QListView(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    m_filter->setSourceModel(m_model);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_field->setPlaceholderText(tr("Type a command, page, task or report"));
    m_field->setAccessibleName(tr("Search or command"));
    m_field->installEventFilter(this);
    m_view->setModel(m_filter);
    m_view->setItemDelegate(new PaletteDelegate(m_view));
    m_view->setAccessibleName(tr("Commands"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setMouseTracking(true);
    m_view->setUniformItemSizes(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_field);
    layout->addWidget(m_view);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::narrow);
    connect(m_field, &QLineEdit::returnPressed, this, [this] { run(m_view->currentIndex()); });
    connect(m_view, &QListView::clicked, this, &CommandPalette::run);
    narrow({});
}

void CommandPalette::openBelow(const QRect& field)
{
    const int width = std::max(field.width(), 460);
    const int height = VisibleRows * RowHeight + 64;
    setGeometry(field.center().x() - width / 2, field.top(), width, height);
    show();
    m_field->setFocus();
}

void CommandPalette::narrow(const QString& text)
{
    // Every word must appear, in any order.
    QString pattern;
    for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        pattern += QStringLiteral("(?=.*%1)").arg(QRegularExpression::escape(word));
    }
    m_filter->setFilterRegularExpression(QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption));
    m_view->setCurrentIndex(m_filter->index(0, 0));
}

void CommandPalette::run(const QModelIndex& index)
{
    if (!index.isValid()) {
        return;
    }
    const auto act = m_model->entry(m_filter->mapToSource(index).row()).run;
    close();
    // After the popup is gone, so that what opens next is not closed with it.
    QTimer::singleShot(0, parentWidget(), act);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool down = key == Qt::Key_Down;
        if (down || key == Qt::Key_Up) {
            const int row = m_view->currentIndex().row() + (down ? 1 : -1);
            const int rows = m_filter->rowCount();
            if (rows > 0) {
                m_view->setCurrentIndex(m_filter->index((row + rows) % rows, 0));
            }
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace ui
