// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/detectionspanel.h"

#include "core/report/families.h"
#include "ui/text/format.h"
#include "ui/text/safetext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/tonedlabel.h"
#include "ui/widgets/wrappedtext.h"

#include <QCoreApplication>
#include <QVBoxLayout>

#include <ranges>
#include <set>

namespace ui {

namespace {

constexpr int shownChips = 60; // of scanners
constexpr std::size_t shownFamilies = 24;

QString sourcesOf(const core::Family& family)
{
    QStringList sources;
    for (const core::FamilyMention& mention : family.mentions) {
        sources += core::describe(mention);
    }
    return sources.join(QStringLiteral(" · "));
}

} // namespace

DetectionsPanel::DetectionsPanel(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
}

void DetectionsPanel::setReport(const core::Report& report)
{
    showFamilies(report);
    showScanners(report.target().file);
    showPayloads(report);
}

void DetectionsPanel::showFamilies(const core::Report& report)
{
    const std::vector<core::Family> families = core::familiesOf(report);
    for (const core::Family& family : families | std::views::take(shownFamilies)) {
        const QString name = fromUtf8(family.name);
        const QString sources = sourcesOf(family);
        auto* chip = new Chip(name, Token::Severity5, this);
        chip->setObjectName(QStringLiteral("family"));
        chip->setToolTip(safeToolTip(sources));
        chip->setAccessibleName(tr("Family %1").arg(safeText(name)));
        chip->setAccessibleDescription(safeText(sources));
        chip->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        m_layout->addWidget(chip, 0, Qt::AlignLeft);
        auto* words = new WrappedText(Theme::dimFont(), this);
        words->setText(sources);
        m_layout->addWidget(words);
    }
    if (families.empty()) {
        const QString none = QCoreApplication::translate("ui::OverviewPage", "No family named");
        m_layout->addWidget(new TonedLabel(none, Token::Dim, TonedLabel::Size::Normal, this));
    } else if (families.size() > shownFamilies) {
        m_layout->addWidget(new TonedLabel(
            tr("and %1 more").arg(families.size() - shownFamilies), Token::Dim, TonedLabel::Size::Dim, this));
    }
}

void DetectionsPanel::showScanners(const core::FileInfo& sample)
{
    auto* chips = new QWidget(this);
    auto* flow = new FlowLayout(chips);
    std::set<std::string> known; // CAPE's own rules may stand in both lists
    const auto addChips = [&](const std::vector<std::string>& names, Token token, const QString& source) {
        for (const std::string& name : names) {
            if (flow->count() < shownChips && known.insert(name).second) {
                auto* chip = new Chip(fromUtf8(name), token, chips);
                chip->setToolTip(source);
                flow->addWidget(chip);
            }
        }
    };
    addChips(sample.clamav, Token::Severity4, tr("ClamAV's name for the sample"));
    addChips(sample.yara, Token::Severity3, tr("YARA rule that matches the sample"));
    addChips(sample.capeYara, Token::Severity3, tr("CAPE's YARA rule that matches the sample"));
    chips->setVisible(flow->count() > 0);
    m_layout->addWidget(chips);
}

void DetectionsPanel::showPayloads(const core::Report& report)
{
    if (report.payloads().empty()) {
        return;
    }
    QStringList types;
    for (const core::Payload& payload : report.payloads()) {
        types += fromUtf8(payload.capeType.empty() ? payload.file.type : payload.capeType);
    }
    types.removeDuplicates();
    auto* text = new WrappedText(font(), this);
    text->setText(QCoreApplication::translate(
        "ui::OverviewPage", "%n payload(s): %1", nullptr, int(report.payloads().size()))
            .arg(types.join(QStringLiteral(", "))));
    text->setAccessibleName(QCoreApplication::translate("ui::OverviewPage", "Payloads"));
    m_layout->addWidget(text);
}

} // namespace ui
