// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportnotes.h"

#include "ui/models/recordmodel.h"
#include "ui/pages/tableview.h"
#include "ui/text/format.h"
#include "ui/theme/icons.h"
#include "ui/widgets/elideddelegate.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/tonedlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScreen>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {
constexpr int UsualWidth = 680;
constexpr int VisibleRows = 10; // before the table scrolls
constexpr int Gap = 4;
} // namespace

ReportNotes::ReportNotes(const std::vector<core::Warning>& warnings, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_warnings(warnings)
    , m_copy(new QToolButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_NoMouseReplay); // a click on what opened it closes it, and does not open it again
    setFrameShape(QFrame::StyledPanel);
    std::vector<core::Warning> places;
    QStringList sentences;
    for (const core::Warning& warning : m_warnings) {
        if (warning.isOfWholeText()) {
            sentences << core::describe(warning);
        } else {
            places.push_back(warning);
        }
    }
    const bool isDamaged = !sentences.isEmpty();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 12);
    layout->setSpacing(8);
    layout->addLayout(
        makeTitle(isDamaged ? tr("This report is damaged") : tr("Not everything in this report could be used")));
    for (const QString& sentence : std::as_const(sentences)) {
        addSentence(sentence, Token::Text);
    }
    addSentence(isDamaged ? tr("Fetch it again, or open another copy of it.")
                          : tr("All else is shown. The JSON page has most of these fields as they came."),
        Token::Dim);
    if (!places.empty()) {
        layout->addWidget(makeTable(std::move(places)));
    }
    setAccessibleName(tr("What could not be used of this report"));
}

QLayout* ReportNotes::makeTitle(const QString& text)
{
    m_copy->setIcon(icon(u"copy"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copy->setAutoRaise(true);
    m_copy->setFocusPolicy(Qt::StrongFocus);
    connect(m_copy, &QToolButton::clicked, this, &ReportNotes::copy);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new IconLabel(u"warning", Token::Severity3, 16, this));
    row->addWidget(new TonedLabel(text, Token::Text, TonedLabel::Size::Title, this), 1);
    row->addWidget(m_copy);
    return row;
}

void ReportNotes::addSentence(const QString& text, Token token)
{
    auto* label = new TonedLabel(text, token, TonedLabel::Size::Normal, this);
    label->setWordWrap(true);
    layout()->addWidget(label);
}

QTableView* ReportNotes::makeTable(std::vector<core::Warning> places)
{
    auto* table = new QTableView(this);
    auto* model = new RecordTable<core::Warning>(table);
    model->column(
        tr("Place"), ColumnStyle::Mono, [](const core::Warning& warning) { return fromUtf8(warning.path); });
    model->column(tr("What was found"), ColumnStyle::Text, [](const core::Warning& warning) { return warning.what; });
    model->column(
        tr("Times"), ColumnStyle::Number, [](const core::Warning& warning) { return formatCount(warning.count); },
        [](const core::Warning& warning) { return QVariant(warning.count); });
    const int rows = std::min(int(places.size()), VisibleRows);
    model->setRecords(std::move(places));
    setUpTable(table);
    table->setModel(model);
    table->setSortingEnabled(true);
    table->sortByColumn(-1, Qt::AscendingOrder);
    table->setItemDelegate(new ElidedDelegate(Qt::ElideRight, table));
    table->setItemDelegateForColumn(0, new ElidedDelegate(Qt::ElideMiddle, table));
    table->setAccessibleName(tr("Places that could not be used"));
    fitColumns(table, QStringLiteral("report-notes"));
    table->setFixedHeight(rows * table->verticalHeader()->defaultSectionSize()
        + table->horizontalHeader()->sizeHint().height() + 2 * table->frameWidth());
    return table;
}

void ReportNotes::openBelow(const QWidget* place)
{
    const QRect screen = place->screen()->availableGeometry();
    const int width = std::min(UsualWidth, screen.width());
    const QSize size(width, layout()->totalHeightForWidth(width));
    const QPoint end = place->mapToGlobal(QPoint(place->width(), place->height() + Gap));
    const int left = std::clamp(end.x() - width, screen.left(), screen.right() + 1 - width);
    const int top = std::max(screen.top(), std::min(end.y(), screen.bottom() + 1 - size.height()));
    setGeometry(QRect(QPoint(left, top), size));
    show();
    m_copy->setFocus();
}

void ReportNotes::copy() const
{
    QStringList lines;
    for (const core::Warning& warning : m_warnings) {
        lines << core::describe(warning);
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

} // namespace ui
