// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/progressstrip.h"

#include "ui/report/reportsession.h"
#include "ui/theme/icons.h"
#include "ui/widgets/tonedlabel.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QTimer>
#include <QToolButton>

namespace ui {

ProgressStrip::ProgressStrip(QWidget* parent)
    : QWidget(parent)
    , m_text(new TonedLabel({}, Token::Dim, TonedLabel::Size::Dim, this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QToolButton(this))
    , m_quiet(new QTimer(this))
{
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(96, 8);
    m_bar->setAccessibleName(tr("Progress"));
    m_cancel->setIcon(icon(u"close", Token::Dim));
    m_cancel->setIconSize({12, 12});
    m_cancel->setAutoRaise(true);
    m_cancel->setToolTip(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel);
    m_quiet->setSingleShot(true);
    m_quiet->setInterval(300);
    connect(m_quiet, &QTimer::timeout, this, &ProgressStrip::showNow);
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        if (m_session) {
            m_session->cancel();
        }
    });
    hide();
}

void ProgressStrip::follow(ReportSession* session)
{
    const auto update = [this, session] { show(session); };
    connect(session, &ReportSession::stateChanged, this, update);
    connect(session, &ReportSession::progressChanged, this, update);
    connect(session, &ReportSession::reportReady, this, update);
    connect(session, &ReportSession::resultReady, this, update);
    connect(session, &QObject::destroyed, this, [this] { hide(); });
    update();
}

void ProgressStrip::show(ReportSession* session)
{
    const bool busy = session->state() == ReportSession::State::Reading || session->isConverting();
    if (busy) {
        m_session = session;
    }
    if (session != m_session) {
        return;
    }
    if (!busy) {
        m_quiet->stop();
        hide();
    } else if (isVisible()) {
        showNow();
    } else if (!m_quiet->isActive()) {
        m_quiet->start();
    }
}

void ProgressStrip::showNow()
{
    if (!m_session) {
        return;
    }
    const bool converting = m_session->isConverting();
    if (converting) {
        m_text->setText(tr("Converting %1").arg(m_session->name()));
    } else {
        m_text->setText(tr("Reading %1: %2 %").arg(m_session->name()).arg(m_session->progress()));
    }
    m_bar->setRange(0, converting ? 0 : 100);
    m_bar->setValue(m_session->progress());
    setVisible(true);
}

} // namespace ui
