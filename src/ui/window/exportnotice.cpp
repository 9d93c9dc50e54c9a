// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/exportnotice.h"

#include "ui/theme/icons.h"
#include "ui/widgets/elidedlabel.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QToolButton>

namespace ui {

namespace {
constexpr int WidestText = 420; // the servers stand beside it
} // namespace

ExportNotice::ExportNotice(QWidget* parent)
    : QWidget(parent)
    , m_text(new ElidedLabel({}, Qt::ElideMiddle, this))
{
    m_text->setMaximumWidth(WidestText);
    auto* open = new QToolButton(this);
    open->setObjectName(QStringLiteral("openFolder"));
    open->setIcon(icon(u"folder"));
    open->setText(tr("Open folder"));
    open->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    open->setAutoRaise(true);
    auto* close = new QToolButton(this);
    close->setIcon(icon(u"close", Token::Dim));
    close->setIconSize({12, 12});
    close->setAutoRaise(true);
    close->setToolTip(tr("Put away"));
    close->setAccessibleName(close->toolTip());
    connect(open, &QToolButton::clicked, this, [this] { Q_EMIT openRequested(m_folder); });
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_text);
    layout->addWidget(open);
    layout->addWidget(close);
    hide();
}

void ExportNotice::show(const QStringList& paths)
{
    if (paths.isEmpty()) {
        return;
    }
    m_folder = QFileInfo(paths.constFirst()).absolutePath();
    m_text->setText(tr("%n file(s) exported to %1", nullptr, int(paths.size())).arg(QDir::toNativeSeparators(m_folder)));
    setVisible(true);
}

QString ExportNotice::text() const
{
    return m_text->text();
}

} // namespace ui
