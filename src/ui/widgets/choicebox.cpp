// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/choicebox.h"

#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QPainter>
#include <QStyledItemDelegate>

namespace ui {

namespace {

constexpr int LineRole = Qt::UserRole + 1; // explains the choice
constexpr int SearchRole = Qt::UserRole + 2;
constexpr int TextWidth = 130; // pixels before the line
constexpr int ListWidth = 470; // pixels of a list with lines

// The choice, and beside it its line in a dim colour.
class ChoiceDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QString line = index.data(LineRole).toString();
        QStyledItemDelegate::paint(painter, option, index);
        if (line.isEmpty()) {
            return;
        }
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const int before = std::max(TextWidth, option.fontMetrics.horizontalAdvance(index.data().toString()) + 24);
        const QRect room = option.rect.adjusted(before, 0, -6, 0);
        painter->save();
        painter->setFont(option.font);
        painter->setPen(Theme::color(selected ? Token::SelectionText : Token::Dim));
        painter->drawText(
            room, Qt::AlignVCenter | Qt::AlignLeft, option.fontMetrics.elidedText(line, Qt::ElideRight, room.width()));
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), 24};
    }
};

// Finds by a choice and its line, and completes to the choice.
class ChoiceCompleter : public QCompleter {
public:
    explicit ChoiceCompleter(QComboBox* box)
        : QCompleter(box->model(), box)
    {
        setCompletionRole(SearchRole);
        setFilterMode(Qt::MatchContains);
        setCaseSensitivity(Qt::CaseInsensitive);
        setCompletionMode(QCompleter::PopupCompletion);
        setMaxVisibleItems(12);
    }

    QString pathFromIndex(const QModelIndex& index) const override { return index.data(Qt::DisplayRole).toString(); }
};

} // namespace

ChoiceBox::ChoiceBox(Kind kind, QWidget* parent)
    : QComboBox(parent)
{
    setEditable(kind == Kind::Free);
    setInsertPolicy(QComboBox::NoInsert);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumContentsLength(10);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMaxVisibleItems(16);
    view()->setItemDelegate(new ChoiceDelegate(this));
    connect(this, &QComboBox::currentTextChanged, this, &ChoiceBox::valueChanged);
    connect(this, &QComboBox::activated, this, &ChoiceBox::chosen);
    if (kind == Kind::Free) {
        auto* completer = new ChoiceCompleter(this);
        setCompleter(completer);
        completer->popup()->setItemDelegate(new ChoiceDelegate(completer));
        connect(lineEdit(), &QLineEdit::textEdited, this, &ChoiceBox::chosen);
        connect(completer, qOverload<const QString&>(&QCompleter::activated), this, &ChoiceBox::chosen);
    }
}

QString ChoiceBox::value() const
{
    const int index = isEditable() ? findText(currentText(), Qt::MatchFixedString) : currentIndex();
    return index >= 0 ? itemData(index).toString() : currentText().trimmed();
}

void ChoiceBox::setValue(const QString& value)
{
    const int index = findData(value);
    if (index >= 0) {
        setCurrentIndex(index);
    } else if (isEditable()) {
        setEditText(value);
    }
}

void ChoiceBox::setChoices(const QList<Choice>& choices)
{
    const QString before = value();
    {
        const QSignalBlocker quiet(this);
        clear();
        for (const Choice& choice : choices) {
            addChoice(this, choice.text, choice.value, choice.line);
        }
        setValue(before);
    }
    if (value() != before) {
        Q_EMIT valueChanged();
    }
}

void addChoice(QComboBox* box, const QString& text, const QString& value, const QString& line)
{
    box->addItem(text, value);
    const int index = box->count() - 1;
    box->setItemData(index, line, LineRole);
    box->setItemData(index, QString(text + QLatin1Char(' ') + line), SearchRole);
    if (!line.isEmpty()) {
        box->setItemData(index, line, Qt::AccessibleDescriptionRole);
        box->view()->setMinimumWidth(ListWidth);
        if (box->completer()) {
            box->completer()->popup()->setMinimumWidth(ListWidth);
        }
    }
}

} // namespace ui
