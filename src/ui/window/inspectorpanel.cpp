// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/inspectorpanel.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/textpreview.h"
#include "ui/widgets/textview.h"
#include "ui/widgets/textviewer.h"
#include "ui/widgets/tonedlabel.h"
#include "ui/widgets/wrappedtext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

InspectorPanel::InspectorPanel(QWidget* parent)
    : QWidget(parent)
    , m_areas(new QStackedWidget(this))
{
    m_areas->addWidget(new EmptyState(
        u"inspector", tr("Nothing is selected"), tr("Select a row of a page to see all of it here."), this));
    m_areas->addWidget(makeContentArea());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_areas);
}

QWidget* InspectorPanel::makeContentArea()
{
    auto* area = new QWidget(this);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title = new WrappedText(bold, area);
    m_title->setAccessibleName(tr("Selected"));
    auto* copy = new QToolButton(area);
    copy->setIcon(icon(u"copy"));
    copy->setAutoRaise(true);
    copy->setToolTip(tr("Copy all of it"));
    copy->setAccessibleName(copy->toolTip());
    connect(copy, &QToolButton::clicked, this, &InspectorPanel::copyAll);
    m_facts = new QWidget(area);
    m_body = new TextView(area);
    m_body->setAccessibleName(tr("Full text"));
    m_all = new QToolButton(area);
    m_all->setIcon(icon(u"window"));
    m_all->setAutoRaise(true);
    m_all->setToolTip(tr("Show the text in a window of its own"));
    m_all->setAccessibleName(m_all->toolTip());
    connect(m_all, &QToolButton::clicked, this, &InspectorPanel::showBody);
    connect(m_body, &TextView::findRequested, this, &InspectorPanel::showBody);

    auto* head = new QHBoxLayout;
    head->setSpacing(2);
    head->addWidget(m_title, 1);
    head->addWidget(m_all, 0, Qt::AlignTop);
    head->addWidget(copy, 0, Qt::AlignTop);
    auto* inner = new QWidget(area);
    auto* innerLayout = new QVBoxLayout(inner);
    innerLayout->setContentsMargins(12, 8, 12, 8);
    innerLayout->addLayout(head);
    innerLayout->addWidget(m_facts);
    innerLayout->addWidget(m_body, 1);
    innerLayout->addStretch(0);
    auto* scroll = new QScrollArea(area);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Inspector"));
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inner);
    auto* layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    return area;
}

void InspectorPanel::setContent(const InspectorContent& content)
{
    m_content = content;
    m_areas->setCurrentIndex(content.isEmpty() ? 0 : 1);
    m_title->setText(content.title, {.characters = 400, .rows = 6, .rowLength = 40});
    // What is joined of several parts ends in line breaks, which would be numbered rows of nothing.
    qsizetype end = content.body.size();
    while (end > 0 && content.body[end - 1].isSpace()) {
        --end;
    }
    m_body->setText(content.body.first(end));
    m_body->setVisible(!content.body.isEmpty());
    m_all->setVisible(!content.body.isEmpty());
    rebuildFacts();
}

void InspectorPanel::rebuildFacts()
{
    qDeleteAll(m_facts->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    delete m_facts->layout();
    auto* layout = new QVBoxLayout(m_facts);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    for (const InspectorContent::Fact& fact : m_content.facts) {
        if (fact.value.isEmpty()) {
            continue;
        }
        layout->addWidget(new TonedLabel(fact.label, Token::Dim, TonedLabel::Size::Dim, m_facts));
        auto* value = new TextPreview(fact.label, fact.fixedWidth ? Theme::monoFont() : font(), m_facts);
        value->setText(fact.value);
        layout->addWidget(value);
        layout->addSpacing(6);
    }
    layout->addStretch();
    m_facts->setVisible(!m_content.facts.empty());
}

void InspectorPanel::showBody()
{
    TextViewer::open(window(), m_content.title, m_content.body);
}

void InspectorPanel::copyAll() const
{
    QStringList lines{m_content.title};
    for (const InspectorContent::Fact& fact : m_content.facts) {
        lines << QStringLiteral("%1: %2").arg(fact.label, fact.value);
    }
    if (!m_content.body.isEmpty()) {
        lines << m_content.body;
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

} // namespace ui
