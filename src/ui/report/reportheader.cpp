// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/reportheader.h"

#include "ui/models/sectiontreemodel.h"
#include "ui/report/clockbutton.h"
#include "ui/report/reportnotes.h"
#include "ui/report/reportsession.h"
#include "ui/text/format.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/copyfield.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QPainter>

namespace ui {

namespace {

QString factsOf(const core::Report& report)
{
    const core::Info& info = report.info();
    QStringList facts;
    const std::string& machine = info.machine.label.empty() ? info.machine.name : info.machine.label;
    for (const std::string& fact : {machine, info.route, info.package}) {
        if (!fact.empty()) {
            facts << fromUtf8(fact);
        }
    }
    if (info.duration) {
        facts << formatDuration(double(*info.duration));
    }
    return facts.join(QStringLiteral("  \u00b7  "));
}

} // namespace

ReportHeader::ReportHeader(QWidget* parent)
    : QWidget(parent)
    , m_name(new ElidedLabel(this))
    , m_hash(new CopyField({}, this))
    , m_facts(new ElidedLabel(this))
    , m_clock(new ClockButton(this))
    , m_notes(new Chip({}, Token::Severity3, this))
    , m_score(new Chip({}, Token::Severity0, this))
{
    m_name->setFont(Theme::titleFont());
    m_name->setElideMode(Qt::ElideMiddle);
    m_name->setForegroundRole(QPalette::WindowText);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_notes->setObjectName(QStringLiteral("notes"));
    m_notes->setIcon(icon(u"warning", Token::Severity3));
    m_notes->setFocusPolicy(Qt::TabFocus);
    m_notes->setToolTip(tr("What could not be used of this report, and what was done about it"));
    connect(m_notes, &Chip::clicked, this, &ReportHeader::openNotes);
    for (Chip* chip : {m_notes, m_score}) {
        chip->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        chip->hide();
    }
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(16);
    layout->addWidget(m_name);
    layout->addWidget(m_hash);
    layout->addWidget(m_facts);
    layout->addStretch(1);
    layout->addWidget(m_clock);
    layout->addWidget(m_notes);
    layout->addWidget(m_score);
}

void ReportHeader::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    giveNameRoom();
}

void ReportHeader::giveNameRoom()
{
    // The facts are on the first page as well; which sample this is has to be readable on every one.
    m_name->setMinimumWidth(std::min(m_name->sizeHint().width(), width() / 2));
}

void ReportHeader::showSession(const ReportSession& session)
{
    m_name->setText(session.name());
    giveNameRoom();
    m_hash->setVisible(!session.sha256().isEmpty());
    m_hash->setValue(session.sha256());
    m_hash->setShownText(shortHash(session.sha256()));
    m_facts->setText(session.isReportMissing() ? session.error().message
            : session.report()                 ? factsOf(*session.report())
                                               : QString());
    m_clock->setVisible(session.report() != nullptr);
    if (session.report()) {
        m_clock->setReport(*session.report());
    }
    takeNotes(session);
    showNotes();
    m_score->setVisible(session.result() != nullptr);
    if (session.result()) {
        const qint64 score = session.result()->score;
        m_score->setText(tr("Score %1").arg(formatCount(score)));
        m_score->setToken(severityToken(severityOfTotal(score)));
        m_score->setToolTip(tr("The score that Assemblyline gives this result: the sum of its heuristics"));
        m_score->updateGeometry();
    }
}

// What could not be used of the report, and what the conversion lost of it.
void ReportHeader::takeNotes(const ReportSession& session)
{
    m_warnings = session.report() ? session.report()->warnings() : std::vector<core::Warning>();
    if (!session.result()) {
        return;
    }
    const std::string place = tr("Assemblyline result").toStdString();
    for (const QString& sentence : session.result()->warnings) {
        m_warnings.push_back({place, sentence});
    }
}

void ReportHeader::showNotes()
{
    m_notes->setVisible(!m_warnings.empty());
    if (m_warnings.empty()) {
        return;
    }
    const bool isDamaged = std::ranges::any_of(m_warnings, &core::Warning::isOfWholeText);
    m_notes->setText(isDamaged ? tr("Damaged report") : tr("%Ln note(s)", nullptr, int(m_warnings.size())));
    m_notes->setAccessibleName(tr("%1: what could not be used of this report").arg(m_notes->text()));
    m_notes->updateGeometry();
}

void ReportHeader::openNotes()
{
    (new ReportNotes(m_warnings, this))->openBelow(m_notes);
}

} // namespace ui
