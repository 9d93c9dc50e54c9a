// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/welcomepage.h"

#include "ui/theme/icons.h"
#include "ui/widgets/tonedlabel.h"
#include "ui/window/doorbutton.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace ui {

WelcomePage::WelcomePage(QWidget* parent)
    : QWidget(parent)
{
    auto* drawing = new QLabel(this);
    drawing->setPixmap(applicationIcon().pixmap(QSize(56, 56), devicePixelRatioF()));
    auto* title = new TonedLabel(tr("CAPE Workbench"), Token::Text, TonedLabel::Size::Title, this);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    title->setFont(large);
    auto* sentence = new TonedLabel(
        tr("Submit samples to your CAPE sandboxes, follow their tasks, read the reports and export them for "
           "Assemblyline."),
        Token::Dim, TonedLabel::Size::Normal, this);
    sentence->setAlignment(Qt::AlignHCenter);
    sentence->setWordWrap(true);

    m_demo = new DoorButton(u"play", tr("Try the demo"),
        tr("A CAPE server inside this program, with a made-up sample to follow from submission to report."), this);
    auto* connectDoor = new DoorButton(u"plug", tr("Connect a server"),
        tr("Give the address and token of your CAPE server and test what it allows."), this);
    auto* openDoor = new DoorButton(u"open", tr("Open a report"),
        tr("A lite.json, a lite.json.gz or a report ZIP as CAPE serves it. No server is needed."), this);
    connect(m_demo, &QAbstractButton::clicked, this, &WelcomePage::demoRequested);
    connect(connectDoor, &QAbstractButton::clicked, this, &WelcomePage::connectRequested);
    connect(openDoor, &QAbstractButton::clicked, this, &WelcomePage::openRequested);
    auto* doors = new QHBoxLayout;
    doors->setSpacing(16);
    doors->addStretch();
    for (DoorButton* door : {m_demo, connectDoor, openDoor}) {
        doors->addWidget(door, 10);
    }
    doors->addStretch();

    auto* hint = new TonedLabel(
        tr("Or drop files, folders or links anywhere on this window."), Token::Dim, TonedLabel::Size::Normal, this);
    hint->setAlignment(Qt::AlignHCenter);
    hint->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->addStretch(2);
    layout->addWidget(drawing, 0, Qt::AlignHCenter);
    layout->addSpacing(4);
    layout->addWidget(title, 0, Qt::AlignHCenter);
    layout->addWidget(sentence);
    layout->addSpacing(20);
    layout->addLayout(doors);
    layout->addSpacing(12);
    layout->addWidget(hint);
    layout->addStretch(3);
}

void WelcomePage::setDemoAvailable(bool available)
{
    m_demo->setEnabled(available);
}

} // namespace ui
