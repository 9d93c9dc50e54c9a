// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/samplearea.h"

#include "ui/dialogs/filepicker.h"
#include "ui/settings.h"
#include "ui/submit/dropcontent.h"
#include "ui/submit/samplelistmodel.h"
#include "ui/submit/typedurls.h"
#include "ui/theme/icons.h"
#include "ui/widgets/elideddelegate.h"
#include "ui/widgets/tonedlabel.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QPushButton>
#include <QTableView>

namespace ui {

namespace {
constexpr int LeastRows = 5;
} // namespace

SampleArea::SampleArea(SampleListModel* samples, QWidget* parent)
    : QWidget(parent)
    , m_samples(samples)
    , m_view(new QTableView(this))
    , m_remove(new QPushButton(icon(u"trash"), tr("R&emove"), this))
    , m_openInstead(new QPushButton(icon(u"report"), tr("Open the report instead"), this))
{
    m_view->setModel(m_samples);
    m_view->setItemDelegate(new ElidedDelegate(Qt::ElideMiddle, m_view));
    m_view->setItemDelegateForColumn(SampleListModel::ProblemColumn, new ElidedDelegate(Qt::ElideRight, m_view));
    m_view->setAccessibleName(tr("Samples to submit"));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setShowGrid(false);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(24);
    m_view->setMinimumHeight(24 * LeastRows + 26);
    QHeaderView* header = m_view->horizontalHeader();
    header->setSectionResizeMode(SampleListModel::NameColumn, QHeaderView::Stretch);
    header->setMinimumSectionSize(40);
    header->setSectionResizeMode(SampleListModel::TypeColumn, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(SampleListModel::SizeColumn, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(SampleListModel::ProblemColumn, QHeaderView::Stretch);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);

    auto* files = new QPushButton(icon(u"file"), tr("Add &files\u2026"), this);
    auto* urls = new QPushButton(icon(u"network"), tr("Add &URLs\u2026"), this);
    auto* row = new QHBoxLayout;
    for (QPushButton* button : {files, urls, m_remove}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch();
    row->addWidget(m_openInstead);
    m_openInstead->setAutoDefault(false);
    m_openInstead->setObjectName(QStringLiteral("openInstead"));
    connect(files, &QPushButton::clicked, this, &SampleArea::askForFiles);
    connect(urls, &QPushButton::clicked, this, &SampleArea::askForUrls);
    connect(m_remove, &QPushButton::clicked, this, &SampleArea::removeSelected);
    connect(m_openInstead, &QPushButton::clicked, this, &SampleArea::openReportsRequested);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        updateButtons();
        Q_EMIT selectionChanged();
    });
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(m_samples, change, this, &SampleArea::updateButtons);
    }
    connect(m_samples, &QAbstractItemModel::dataChanged, this, &SampleArea::updateButtons);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(new TonedLabel(tr("What"), Token::Dim, TonedLabel::Size::Dim, this));
    layout->addWidget(m_view, 1);
    layout->addLayout(row);
    updateButtons();
}

int SampleArea::dllRow() const
{
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows()) {
        if (m_samples->samples()[index.row()].isDll()) {
            return index.row();
        }
    }
    const auto first = std::ranges::find_if(m_samples->samples(), &Sample::isDll);
    return first == m_samples->samples().end() ? -1 : int(first - m_samples->samples().begin());
}

void SampleArea::askForFiles()
{
    pickFiles(this, tr("Add files"), Settings::text(Setting::LastSubmitFolder), {}, [this](const QStringList& paths) {
        Settings::set(Setting::LastSubmitFolder, QFileInfo(paths.constFirst()).absolutePath());
        DropContent content;
        content.files = paths;
        Q_EMIT added(content);
    });
}

void SampleArea::askForUrls()
{
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Add URLs"));
    dialog->setLabelText(tr("One URL a line; hxxp and [.] are refanged. Hashes are looked up on the servers:"));
    dialog->setOptions(QInputDialog::UsePlainTextEditForTextInput);
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& text) {
        DropContent content;
        const TypedUrls typed = readTypedUrls(text);
        content.urls = typed.urls;
        content.hashes = typed.hashes;
        content.refused = typed.refused;
        Q_EMIT added(content);
    });
    dialog->open();
}

void SampleArea::removeSelected()
{
    QList<int> rows;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows()) {
        rows << index.row();
    }
    m_samples->removeRows(rows);
}

void SampleArea::updateButtons()
{
    m_remove->setEnabled(m_view->selectionModel()->hasSelection());
    // Remarks are rare, and their column takes room that names and types can use.
    m_view->setColumnHidden(SampleListModel::ProblemColumn,
        std::ranges::all_of(m_samples->samples(),
            [](const Sample& sample) { return sample.isInspected && sample.words.isEmpty(); }));
    m_openInstead->setVisible(std::ranges::contains(m_samples->samples(), Sample::Problem::Report, &Sample::problem));
}

} // namespace ui
