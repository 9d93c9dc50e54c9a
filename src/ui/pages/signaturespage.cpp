// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/signaturespage.h"

#include "ui/pages/signaturecard.h"
#include "ui/report/reportsession.h"
#include "ui/text/format.h"
#include "ui/text/safetext.h"
#include "ui/widgets/countbar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/line.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

// A real report has some dozens; a hostile one must not make the window build a widget for each of a million.
constexpr std::size_t cardsAtOnce = 300;
constexpr std::size_t describedMarks = 1000; // in the inspector

InspectorContent describe(const core::Report& report, const core::Signature& signature)
{
    InspectorContent content;
    content.title = fromUtf8(signature.name);
    const auto fact = [&content](const QString& label, const QString& value) {
        if (!value.isEmpty()) {
            content.facts.push_back({label, value, false});
        }
    };
    const auto joined = [](const std::vector<std::string>& values) {
        QStringList texts;
        for (const std::string& value : values) {
            texts += fromUtf8(value);
        }
        return texts.join(QStringLiteral(", "));
    };
    fact(QCoreApplication::translate("ui::SignaturesPage", "Description"), fromUtf8(signature.description));
    fact(QCoreApplication::translate("ui::SignaturesPage", "Severity"),
        QStringLiteral("%1 (%2)").arg(severityWord(signature.severity)).arg(signature.severity));
    fact(QCoreApplication::translate("ui::SignaturesPage", "Confidence"),
        QCoreApplication::translate("ui::SignaturesPage", "%1 %").arg(signature.confidence));
    fact(QCoreApplication::translate("ui::SignaturesPage", "Categories"), joined(signature.categories));
    fact(QCoreApplication::translate("ui::SignaturesPage", "ATT&CK"), joined(signature.ttps));
    fact(QCoreApplication::translate("ui::SignaturesPage", "Families"), joined(signature.families));
    fact(QCoreApplication::translate("ui::SignaturesPage", "References"), joined(signature.references));
    for (const SignatureMark& mark : signatureMarks(report, signature, describedMarks)) {
        content.body += mark.text + QLatin1Char('\n');
    }
    return content;
}

} // namespace

SignaturesPage::SignaturesPage(QWidget* parent)
    : ReportPage(parent)
    , m_limit(cardsAtOnce)
    , m_areas(new QStackedWidget(this))
    , m_scroll(new QScrollArea(this))
    , m_text(new QLineEdit(this))
    , m_counts(new CountBar(this))
{
    m_text->setPlaceholderText(tr("Filter by name, description, category, ATT&CK id, family"));
    m_text->setClearButtonEnabled(true);
    m_text->setAccessibleName(tr("Filter signatures"));
    connect(m_text, &QLineEdit::textChanged, this, &SignaturesPage::applyFilter);
    connect(m_counts, &CountBar::clearRequested, this, [this] {
        m_text->clear();
        if (!m_filters.pids.empty()) {
            Q_EMIT filtersRequested({.pids = {}, .time = m_filters.time});
        }
    });

    auto* cards = new QWidget(m_scroll);
    m_list = new QVBoxLayout(cards);
    m_list->setContentsMargins(12, 8, 12, 8);
    m_list->setSpacing(8);
    m_more = new QPushButton(cards);
    m_more->hide();
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_limit += cardsAtOnce;
        applyFilter();
    });
    m_list->addWidget(m_more);
    m_list->addStretch();
    m_scroll->setWidget(cards);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setAccessibleName(title());
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_areas->addWidget(m_scroll);
    m_areas->addWidget(new EmptyState(u"signatures", tr("No signatures in this report"),
        tr("Either none matched, or the server's litereport leaves them out (keys_to_copy in the [litereport] section "
           "of "
           "reporting.conf)."),
        this));
    m_areas->addWidget(m_counts->makeHint(this));

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 4, 8, 4);
    bar->addWidget(m_text);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addWidget(m_areas, 1);
    layout->addWidget(m_counts);
}

QString SignaturesPage::countText() const
{
    return m_sorted.empty() ? QString() : formatCount(qint64(m_sorted.size()));
}

void SignaturesPage::setReport(const ReportSession& session)
{
    m_report = session.report();
    for (const core::Signature& signature : m_report->signatures()) {
        m_sorted.push_back(&signature);
    }
    std::ranges::stable_sort(m_sorted, [](const core::Signature* a, const core::Signature* b) {
        return a->severity != b->severity ? a->severity > b->severity : a->name < b->name;
    });
    m_cards.assign(m_sorted.size(), nullptr);
    m_counts->setVisible(!m_sorted.empty());
    applyFilter();
    Q_EMIT countTextChanged();
}

SignatureCard* SignaturesPage::makeCard(const core::Signature& signature)
{
    auto* card = new SignatureCard(m_report, signature, m_scroll->widget());
    connect(card, &SignatureCard::navigationRequested, this, &ReportPage::navigationRequested);
    connect(card, &SignatureCard::filterRequested, this, [this](const QString& text) {
        // The same chip takes the filter off again.
        m_text->setText(m_text->text() == text ? QString() : text);
    });
    connect(card, &SignatureCard::selected, this, [this, card] { select(card); });
    return card;
}

void SignaturesPage::setFilters(const ReportFilters& filters)
{
    m_filters = filters;
    applyFilter();
}

void SignaturesPage::applyFilter()
{
    std::size_t matching = 0;
    int place = 0; // among the cards that there are
    for (std::size_t i = 0; i < m_sorted.size(); ++i) {
        const bool matches
            = signatureHolds(*m_sorted[i], m_text->text()) && signatureConcerns(*m_sorted[i], m_filters.pids);
        matching += matches;
        const bool visible = matches && matching <= m_limit;
        if (visible && !m_cards[i]) {
            m_cards[i] = makeCard(*m_sorted[i]);
            m_list->insertWidget(place, m_cards[i]);
        }
        if (m_cards[i]) {
            m_cards[i]->setVisible(visible);
            ++place;
        }
    }
    const std::size_t hidden = matching - std::min(matching, m_limit);
    m_more->setVisible(hidden > 0);
    m_more->setText(tr("Show %1 more").arg(formatCount(qint64(hidden))));
    m_counts->setCounts(qint64(matching), qint64(m_sorted.size()));
    m_areas->setCurrentIndex(m_sorted.empty() ? 1 : m_counts->hidesAll() ? 2 : 0);
}

void SignaturesPage::select(SignatureCard* card)
{
    for (SignatureCard* other : m_cards) {
        if (other) {
            other->setCurrent(other == card);
        }
    }
    Q_EMIT inspectorChanged(describe(*m_report, card->signature()));
}

void SignaturesPage::goTo(const Target& target)
{
    if (target.signature.isEmpty()) {
        if (!target.text.isEmpty()) {
            m_text->setText(target.text);
        }
        return;
    }
    const auto found = std::ranges::find(m_sorted, target.signature.toStdString(), &core::Signature::name);
    if (found == m_sorted.end()) {
        return;
    }
    auto place = std::size_t(found - m_sorted.begin());
    if (place >= m_limit) {
        // One more card, after those that are shown: not all the cards on the way to it.
        std::rotate(m_sorted.begin() + std::ptrdiff_t(m_limit), found, found + 1);
        const auto card = m_cards.begin() + std::ptrdiff_t(place);
        std::rotate(m_cards.begin() + std::ptrdiff_t(m_limit), card, card + 1);
        place = m_limit++;
    }
    if (!signatureConcerns(*m_sorted[place], m_filters.pids)) {
        Q_EMIT filtersRequested({.pids = {}, .time = m_filters.time});
    }
    m_text->clear();
    applyFilter();
    SignatureCard* card = m_cards[place];
    if (!card) {
        return;
    }
    select(card);
    card->setExpanded(true);
    m_scroll->widget()->layout()->activate();
    m_scroll->ensureWidgetVisible(card);
}

void SignaturesPage::focusFilter()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void SignaturesPage::prepareForTour()
{
    if (m_cards.empty() || !m_cards.front()) {
        return;
    }
    m_cards.front()->setExpanded(true);
    select(m_cards.front());
}

} // namespace ui
