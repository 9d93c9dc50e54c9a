// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/profiles/probepanel.h"

#include "net/serverlink.h"
#include "net/serverprobe.h"
#include "ui/profiles/probemodel.h"
#include "ui/theme/icons.h"
#include "ui/widgets/elideddelegate.h"
#include "ui/widgets/tonedlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>

namespace ui {

ProbePanel::ProbePanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new ProbeModel(this))
    , m_table(new QTableView(this))
    , m_summary(new TonedLabel({}, Token::Dim, TonedLabel::Size::Normal, this))
    , m_pin(new QPushButton(icon(u"lock"), tr("Trust this certificate"), this))
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new ElidedDelegate(Qt::ElideRight, m_table));
    m_table->setAccessibleName(tr("What the server allows"));
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(24);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->resizeSection(ProbeModel::FunctionColumn, 190);
    m_table->horizontalHeader()->resizeSection(ProbeModel::StateColumn, 116);
    m_table->setMinimumHeight(120);
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_pin->setAutoDefault(false);
    connect(m_pin, &QPushButton::clicked, this, [this] {
        if (m_probe) {
            Q_EMIT pinRequested(m_probe->report().certificate);
        }
        m_pin->hide();
    });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_summary);
    layout->addWidget(m_pin, 0, Qt::AlignLeft);
    layout->addWidget(m_table, 1);
    clear();
}

void ProbePanel::clear()
{
    delete m_probe;
    m_probe = nullptr;
    m_model->setItems({});
    m_table->hide();
    m_pin->hide();
    m_summary->setToken(Token::Dim);
    m_summary->setText(tr("Test the connection to see what the server allows. Nothing on it is changed."));
}

void ProbePanel::start(const net::Profile& profile, const net::Credentials& credentials, net::ServerLink* limit)
{
    clear();
    m_pinned = !profile.tlsPin.isEmpty();
    m_table->show();
    m_summary->setText(tr("Asking %1\u2026").arg(profile.url.host()));
    m_probe = new net::ServerProbe(profile, credentials, limit, this);
    if (limit) {
        connect(limit, &net::ServerLink::stateChanged, m_probe, [this] {
            if (!m_probe->isFinished()) {
                showReport(false);
            }
        });
    }
    connect(m_probe, &net::ServerProbe::progressed, this, [this] { showReport(false); });
    connect(m_probe, &net::ServerProbe::finished, this, [this] {
        showReport(true);
        if (!m_probe->report().machines.isEmpty()) {
            Q_EMIT machinesFound(m_probe->report().machines);
        }
    });
    m_probe->start();
}

void ProbePanel::showReport(bool finished)
{
    const net::ProbeReport& report = m_probe->report();
    m_model->setItems(report.items);
    m_summary->setText(summary(finished));
    m_summary->setToken(!finished ? Token::Dim : report.isReachable ? Token::Text : Token::Severity5);
    m_table->setVisible(report.isReachable || !finished);
    m_pin->setVisible(finished && !m_pinned && !report.isReachable && !report.certificate.isEmpty());
}

QString ProbePanel::summary(bool finished) const
{
    const net::ProbeReport& report = m_probe->report();
    QStringList lines;
    if (finished && !report.isReachable) {
        lines << report.failure.message;
        if (!report.failure.detail.isEmpty()) {
            lines << report.failure.detail;
        }
    }
    if (report.status) {
        lines << tr("CAPE %1: %2 of %3 machines free, %n task(s) waiting.", nullptr, report.status->tasksPending)
                     .arg(report.status->version)
                     .arg(report.status->machinesAvailable)
                     .arg(report.status->machinesTotal);
    }
    if (!report.tokenWords.isEmpty()) {
        lines << report.tokenWords;
    }
    if (!report.throttleWords.isEmpty()) {
        lines << report.throttleWords;
    }
    if (m_probe->isWaiting()) {
        lines << tr("The server takes no more requests for now: the test goes on as its limit allows.");
    }
    if (report.inClear) {
        lines << tr("The token travels unencrypted to this server.");
    }
    if (!report.certificate.isEmpty()) {
        lines << tr("Certificate SHA-256: %1").arg(QString::fromLatin1(report.certificate));
    }
    if (lines.isEmpty()) {
        lines << (finished ? tr("The server answers.") : tr("Asking the server\u2026"));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace ui
