// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cases/casedelegate.h"

#include "ui/cases/casetreemodel.h"
#include "ui/models/sectiontreemodel.h"
#include "ui/text/format.h"
#include "ui/text/safetext.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QLineEdit>
#include <QPainter>

namespace ui {

namespace {

constexpr int RightMargin = 12;
constexpr int Gap = 6;
constexpr int IconSize = 16;
constexpr int CaseHeight = 24;
constexpr int LongestName = 200; // characters

// What is left of a line while it is drawn from both ends.
class LinePainter {
public:
    LinePainter(QPainter* painter, const QRect& line, bool isSelected)
        : m_painter(painter)
        , m_line(line)
        , m_isSelected(isSelected)
    {
    }

    void drawIcon(QStringView name, Token token)
    {
        drawPixmap(m_line.left(), name, token);
        m_line.setLeft(m_line.left() + IconSize + Gap);
    }
    void drawIconRight(QStringView name, Token token)
    {
        drawPixmap(m_line.right() - IconSize + 1, name, token);
        m_line.setRight(m_line.right() - IconSize - Gap);
    }
    void drawRight(const QString& text, const QFont& font, Token token)
    {
        setPen(font, token);
        m_painter->drawText(m_line, Qt::AlignRight | Qt::AlignVCenter, text);
        m_line.setRight(m_line.right() - m_painter->fontMetrics().horizontalAdvance(text) - Gap);
    }
    void drawText(const QString& text, const QFont& font, Token token, Qt::TextElideMode mode)
    {
        setPen(font, token);
        m_painter->drawText(m_line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            m_painter->fontMetrics().elidedText(safeLine(text), mode, m_line.width()));
    }

private:
    void setPen(const QFont& font, Token token)
    {
        m_painter->setFont(font);
        m_painter->setPen(Theme::color(m_isSelected ? Token::SelectionText : token));
    }
    void drawPixmap(int x, QStringView name, Token token)
    {
        m_painter->drawPixmap(x, m_line.center().y() - IconSize / 2 + 1,
            iconPixmap(name, m_isSelected ? Token::SelectionText : token, IconSize,
                m_painter->device()->devicePixelRatioF()));
    }

    QPainter* m_painter;
    QRect m_line;
    bool m_isSelected;
};

void paintCase(LinePainter& line, const QModelIndex& index, const QFont& font)
{
    const bool isRecent = index.data(CaseTreeModel::IdRole).toLongLong() == 0;
    const qint64 count = index.data(CaseTreeModel::CountRole).toLongLong();
    line.drawIcon(isRecent ? u"clock" : u"folder", Token::Dim);
    line.drawRight(count > 0 ? formatCount(count) : CaseDelegate::tr("empty"), Theme::dimFont(), Token::Dim);
    if (!index.data(CaseTreeModel::NoteRole).toString().isEmpty()) {
        line.drawIconRight(u"notes", Token::Dim);
    }
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    line.drawText(index.data().toString(), bold, Token::Text, Qt::ElideRight);
}

void paintName(LinePainter& line, const QModelIndex& index, const QFont& font)
{
    const bool isMissing = index.data(CaseTreeModel::MissingRole).toBool();
    const QVariant score = index.data(CaseTreeModel::ScoreRole);
    const Token token = severityToken(score.isValid() ? severityOfScore(score.toLongLong()) : 0);
    line.drawIcon(isMissing ? u"warning" : u"report", isMissing ? Token::Severity3 : Token::Dim);
    if (score.isValid()) {
        line.drawRight(formatCount(score.toLongLong()), Theme::dimFont(), token);
    }
    if (!index.data(CaseTreeModel::NoteRole).toString().isEmpty()) {
        line.drawIconRight(u"notes", Token::Dim);
    }
    line.drawText(index.data().toString(), font, isMissing ? Token::Dim : Token::Text, Qt::ElideMiddle);
}

} // namespace

QSize CaseDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int line = option.fontMetrics.height();
    const int height = index.data(CaseTreeModel::IsCaseRole).toBool()
        ? std::max(line + 8, CaseHeight)
        : line + QFontMetrics(Theme::dimFont()).height() + 12;
    return {100, height};
}

void CaseDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || (option.state & QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, Theme::color(selected ? Token::Selection : Token::Hover));
    }
    const QRect area = option.rect.adjusted(2, 0, -RightMargin, 0);
    if (index.data(CaseTreeModel::IsCaseRole).toBool()) {
        LinePainter line(painter, area, selected);
        paintCase(line, index, option.font);
    } else {
        const QRect first(area.left(), area.top() + 5, area.width(), option.fontMetrics.height());
        LinePainter name(painter, first, selected);
        paintName(name, index, option.font);
        const int left = area.left() + IconSize + Gap;
        LinePainter detail(painter,
            QRect(left, first.bottom() + 2, area.right() - left, QFontMetrics(Theme::dimFont()).height()), selected);
        detail.drawText(
            index.data(CaseTreeModel::DetailRole).toString(), Theme::dimFont(), Token::Dim, Qt::ElideRight);
    }
    painter->restore();
}

QWidget* CaseDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const
{
    auto* field = new QLineEdit(parent);
    field->setMaxLength(LongestName);
    field->setAccessibleName(tr("Name of the case"));
    return field;
}

void CaseDelegate::updateEditorGeometry(
    QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const
{
    editor->setGeometry(option.rect.adjusted(IconSize, 0, -2, 0));
}

} // namespace ui
