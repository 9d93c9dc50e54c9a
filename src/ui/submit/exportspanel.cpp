// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/submit/exportspanel.h"

#include "ui/submit/exportsmodel.h"
#include "ui/text/format.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elideddelegate.h"
#include "ui/widgets/tonedlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSortFilterProxyModel>

namespace ui {

namespace {
constexpr int ListHeight = 148; // six rows
}

ExportsPanel::ExportsPanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new ExportsModel(this))
    , m_filtered(new QSortFilterProxyModel(this))
    , m_filter(new QLineEdit(this))
    , m_view(new QListView(this))
    , m_asService(new QPushButton(tr("As the service chooses"), this))
    , m_count(new TonedLabel({}, Token::Dim, TonedLabel::Size::Dim, this))
{
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filter->setPlaceholderText(tr("Filter exports"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(u"search", Token::Dim), QLineEdit::LeadingPosition);
    m_view->setModel(m_filtered);
    m_view->setItemDelegate(new ElidedDelegate(Qt::ElideMiddle, m_view));
    m_view->setAccessibleName(tr("Exports to run"));
    m_view->setFont(Theme::monoFont());
    m_view->setUniformItemSizes(true);
    m_view->setFixedHeight(ListHeight);
    m_asService->setAutoDefault(false);
    m_count->setWordWrap(true);
    connect(m_filter, &QLineEdit::textChanged, m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_asService, &QPushButton::clicked, m_model, &ExportsModel::chooseAsService);
    connect(m_model, &ExportsModel::chosenChanged, this, [this] {
        showCount();
        if (!m_isQuiet) {
            Q_EMIT chosenChanged();
        }
    });
    auto* row = new QHBoxLayout;
    row->addWidget(m_filter, 1);
    row->addWidget(m_asService);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_view);
    layout->addWidget(m_count);
}

void ExportsPanel::setExports(const QStringList& offered, const QStringList& chosen, int most)
{
    m_most = most;
    m_isQuiet = true; // the analyst did not choose
    m_model->setExports(offered, chosen, most);
    m_isQuiet = false;
    m_filter->clear();
}

QStringList ExportsPanel::chosen() const
{
    return m_model->chosen();
}

void ExportsPanel::showCount()
{
    const auto count = m_model->chosen().size();
    QString text;
    if (count == 0) {
        text = tr("None is checked: the service's own choice is run.");
    } else if (count > m_most) {
        text = tr("%1 of %2 are run, one after the other in the same task; more than %3 seldom end in time.")
                   .arg(formatCount(count), formatCount(m_model->rowCount()), formatCount(m_most));
    } else {
        text = tr("%1 of %2 are run.").arg(formatCount(count), formatCount(m_model->rowCount()));
    }
    m_count->setToken(count > m_most ? Token::Severity3 : Token::Dim);
    m_count->setText(text);
}

} // namespace ui
