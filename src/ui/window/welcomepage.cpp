// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/welcomepage.h"

#include "net/profilestore.h"
#include "net/taskqueue.h"
#include "ui/theme/icons.h"
#include "ui/widgets/formscroll.h"
#include "ui/widgets/tonedlabel.h"
#include "ui/window/doorbutton.h"
#include "ui/window/recentreports.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {
constexpr int ListWidth = 560;
} // namespace

WelcomePage::WelcomePage(const Backend& backend, QWidget* parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_recentTitle(new TonedLabel(tr("Recent reports"), Token::Dim, TonedLabel::Size::Dim, this))
    , m_recent(new RecentReports(backend, this))
    , m_demoAgain(new QPushButton(icon(u"play"), tr("Try the demo"), this))
{
    makeDoors();
    m_recent->setMaximumWidth(ListWidth);
    m_demoAgain->setFlat(true);
    m_demoAgain->setObjectName(QStringLiteral("demoAgain"));
    connect(m_recent, &RecentReports::openRequested, this, &WelcomePage::taskRequested);
    connect(m_recent, &RecentReports::countChanged, this, &WelcomePage::showWhatFits);
    connect(m_demoAgain, &QPushButton::clicked, this, &WelcomePage::demoRequested);
    connect(&backend.profiles, &net::ProfileStore::changed, this, &WelcomePage::showWhatFits);
    connect(&backend.queue, &net::TaskQueue::taskAdded, this, &WelcomePage::showWhatFits);

    showWhatFits(); // before the layouts ask how wide all of it is
    auto* doors = new QHBoxLayout;
    doors->setSpacing(16);
    doors->addStretch();
    for (DoorButton* door : {m_demo, m_connect, m_submit, m_open, m_servers}) {
        doors->addWidget(door, 10);
    }
    doors->addStretch();
    auto* list = new QVBoxLayout;
    list->setSpacing(4);
    list->addWidget(m_recentTitle);
    list->addWidget(m_recent);
    auto* centred = new QHBoxLayout;
    centred->addStretch();
    centred->addLayout(list, 10);
    centred->addStretch();
    auto* hint = new TonedLabel(
        tr("Or drop files, folders or URLs anywhere on this window."), Token::Dim, TonedLabel::Size::Normal, this);
    hint->setAlignment(Qt::AlignHCenter);
    hint->setWordWrap(true);
    auto* content = new QWidget(this);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->addStretch(2);
    layout->addLayout(makeHead());
    layout->addSpacing(20);
    layout->addLayout(centred);
    layout->addSpacing(12);
    layout->addLayout(doors);
    layout->addSpacing(12);
    layout->addWidget(hint);
    layout->addWidget(m_demoAgain, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(new FormScroll(content, this)); // for low windows
}

void WelcomePage::makeDoors()
{
    m_demo = new DoorButton(u"play", tr("Try the demo"),
        tr("A CAPE server inside this program, with a made-up sample to follow from submission to report."), this);
    m_connect = new DoorButton(u"plug", tr("Connect a server"),
        tr("Give the address and token of your CAPE server and test what it allows."), this);
    m_submit = new DoorButton(
        u"add", tr("Submit samples"), tr("Files, folders and URLs, with the choices of your CAPE servers."), this);
    m_open = new DoorButton(u"open", tr("Open a report"),
        tr("A lite.json, a lite.json.gz or a report ZIP as CAPE serves it. No server is needed."), this);
    m_servers
        = new DoorButton(u"server", tr("Servers"), tr("Addresses, tokens, and what each of them allows."), this);
    connect(m_demo, &QAbstractButton::clicked, this, &WelcomePage::demoRequested);
    connect(m_submit, &QAbstractButton::clicked, this, &WelcomePage::submitRequested);
    connect(m_open, &QAbstractButton::clicked, this, &WelcomePage::openRequested);
    for (DoorButton* door : {m_connect, m_servers}) {
        connect(door, &QAbstractButton::clicked, this, &WelcomePage::connectRequested);
    }
}

QLayout* WelcomePage::makeHead()
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
    auto* head = new QVBoxLayout;
    head->addWidget(drawing, 0, Qt::AlignHCenter);
    head->addSpacing(4);
    head->addWidget(title, 0, Qt::AlignHCenter);
    head->addWidget(sentence);
    return head;
}

bool WelcomePage::isUsed() const
{
    return !m_backend.profiles.profiles().isEmpty() || !m_backend.queue.tasks().isEmpty();
}

void WelcomePage::showWhatFits()
{
    const bool used = isUsed();
    for (QWidget* first : std::initializer_list<QWidget*>{m_demo, m_connect}) {
        first->setVisible(!used);
    }
    for (QWidget* later : std::initializer_list<QWidget*>{m_submit, m_servers, m_demoAgain}) {
        later->setVisible(used);
    }
    m_recentTitle->setVisible(m_recent->count() > 0);
}

void WelcomePage::setDemoAvailable(bool available)
{
    m_demo->setEnabled(available);
    m_demoAgain->setEnabled(available);
}

} // namespace ui
