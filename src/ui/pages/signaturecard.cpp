// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/signaturecard.h"

#include "core/json/python.h"
#include "core/reference/attack.h"
#include "ui/text/format.h"
#include "ui/text/safetext.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/linkrow.h"
#include "ui/widgets/tonedlabel.h"

#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <ranges>

namespace ui {

namespace {

constexpr std::size_t shownMarks = 100;
constexpr std::size_t shownPids = 12;
constexpr std::size_t shownChips = 24; // of one kind
constexpr int barWidth = 4;

std::optional<core::CallIndex> callOfMark(const core::Report& report, qint64 pid, qint64 number)
{
    for (const core::Process& process : report.processes()) {
        if (process.pid != pid) {
            continue;
        }
        // CAPE numbers the calls of a process from 0, in order; a number that says otherwise is looked for.
        const core::CallIndex guess = process.calls.first + core::CallIndex(number);
        if (number >= 0 && number < process.calls.count && report.calls().callId(guess) == number) {
            return guess;
        }
        for (core::CallIndex call = process.calls.first; call < process.calls.end(); ++call) {
            if (report.calls().callId(call) == number) {
                return call;
            }
        }
    }
    return std::nullopt;
}

SignatureMark callMark(const core::Report& report, qint64 pid, qint64 number)
{
    SignatureMark mark{SignatureCard::tr("process %1, call %2").arg(pid).arg(number), pid, {}};
    if (const auto call = callOfMark(report, pid, number)) {
        mark.call = *call;
        mark.text += QStringLiteral(": ") + fromUtf8(report.calls().api(*call));
    }
    return mark;
}

// "explorer.exe (1852) · file: C:\\x" of {"process": {...}, "signs": [{"type": "file", "value": "C:\\x"}]}.
QString matchText(const core::json::Value& mark)
{
    QStringList texts;
    const core::json::Value& process = mark["process"];
    if (process.isObject()) {
        texts += QStringLiteral("%1 (%2)")
                     .arg(fromUtf8(process["process_name"].toString()),
                         fromUtf8(core::json::python::str(process["process_id"])));
    }
    for (const core::json::Value& sign : mark["signs"].toArray()) {
        texts += fromUtf8(sign["type"].toString()) + QStringLiteral(": ")
            + fromUtf8(core::json::python::str(sign["value"]));
    }
    return texts.join(QStringLiteral(" · "));
}

std::optional<qint64> pidOf(const core::json::Value& mark)
{
    for (const core::json::Value* pid : {&mark["pid"], &mark["process"]["process_id"]}) {
        if (pid->isInteger()) {
            return pid->toInteger();
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<SignatureMark> signatureMarks(
    const core::Report& report, const core::Signature& signature, std::size_t most)
{
    std::vector<SignatureMark> marks;
    for (const core::json::Value& mark : signature.marks | std::views::take(most)) {
        const core::json::Value& pid = mark["pid"];
        if (mark["type"].toString() == "call" && pid.isInteger()) {
            marks.push_back(callMark(report, pid.toInteger(), mark["cid"].toInteger(-1)));
            continue;
        }
        if (mark["signs"].isArray()) {
            marks.push_back({matchText(mark), pidOf(mark), {}});
            continue;
        }
        QStringList texts;
        for (const auto& [key, value] : mark.toObject()) {
            texts += fromUtf8(key) + QStringLiteral(": ") + fromUtf8(core::json::python::str(value));
        }
        marks.push_back({texts.join(QStringLiteral(" · ")), pidOf(mark), {}});
    }
    return marks;
}

QString severityWord(std::int64_t severity)
{
    if (severity <= 1) {
        return SignatureCard::tr("low", "severity");
    }
    if (severity == 2) {
        return SignatureCard::tr("medium", "severity");
    }
    return severity == 3 ? SignatureCard::tr("high", "severity") : SignatureCard::tr("critical", "severity");
}

Token signatureToken(std::int64_t severity)
{
    return severityToken(int(std::clamp<std::int64_t>(severity, 0, 4)) + 1);
}

bool signatureHolds(const core::Signature& signature, const QString& text)
{
    const auto has = [&text](const std::string& value) { return fromUtf8(value).contains(text, Qt::CaseInsensitive); };
    return has(signature.name) || has(signature.description) || std::ranges::any_of(signature.categories, has)
        || std::ranges::any_of(signature.ttps, has) || std::ranges::any_of(signature.families, has);
}

bool signatureConcerns(const core::Signature& signature, const std::set<qint64>& pids)
{
    return pids.empty()
        || std::ranges::any_of(signature.pids, [&pids](std::int64_t pid) { return pids.contains(pid); });
}

SignatureCard::SignatureCard(core::ReportPtr report, const core::Signature& signature, QWidget* parent)
    : QFrame(parent)
    , m_report(std::move(report))
    , m_signature(signature)
    , m_fold(new QToolButton(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(safeLine(fromUtf8(signature.name)));
    setAccessibleDescription(safeLine(fromUtf8(signature.description)));

    auto* title = new QHBoxLayout;
    title->setSpacing(8);
    auto* name = new ElidedLabel(fromUtf8(signature.name), Qt::ElideRight, this);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    name->setFont(bold);
    title->addWidget(new Chip(severityWord(signature.severity), signatureToken(signature.severity), this));
    title->addWidget(name, 1);
    m_fold->setAutoRaise(true);
    m_fold->setCheckable(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setIcon(icon(u"chevron-right"));
    m_fold->setText(tr("%Ln mark(s)", nullptr, int(signature.marks.size())));
    m_fold->setVisible(!signature.marks.empty());
    connect(m_fold, &QToolButton::toggled, this, &SignatureCard::setExpanded);
    title->addWidget(m_fold);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12 + barWidth, 8, 8, 8);
    layout->setSpacing(4);
    layout->addLayout(title);
    layout->addWidget(new ElidedLabel(fromUtf8(signature.description), Qt::ElideRight, this));
    layout->addWidget(makeChips());
}

void SignatureCard::addFilterChip(FlowLayout* flow, const QString& text, Token token, const QString& meaning)
{
    auto* chip = new Chip(text, token, flow->parentWidget());
    const QString what = tr("Filter the signatures by it");
    chip->setClickable(meaning.isEmpty() ? what : QStringLiteral("%1\n%2").arg(meaning, what));
    connect(chip, &QAbstractButton::clicked, this, [this, text] { Q_EMIT filterRequested(text); });
    flow->addWidget(chip);
}

QWidget* SignatureCard::makeChips()
{
    auto* area = new QWidget(this);
    auto* flow = new FlowLayout(area);
    for (const std::string& category : m_signature.categories | std::views::take(shownChips)) {
        addFilterChip(flow, fromUtf8(category), Token::Dim);
    }
    for (const std::string& ttp : m_signature.ttps | std::views::take(shownChips)) {
        const auto technique = core::reference::attackTechnique(ttp);
        addFilterChip(flow, fromUtf8(ttp), Token::Accent, technique ? fromUtf8(technique->name) : QString());
    }
    for (const std::string& family : m_signature.families | std::views::take(shownChips)) {
        addFilterChip(flow, fromUtf8(family), Token::Severity5);
    }
    std::size_t shown = 0;
    for (const qint64 pid : m_signature.pids) {
        if (++shown > shownPids) {
            break;
        }
        auto* chip = new Chip(tr("pid %1").arg(pid), Token::CategoryProcess, area);
        chip->setClickable(tr("Show the process"));
        connect(chip, &QAbstractButton::clicked, this,
            [this, pid] { Q_EMIT navigationRequested({.page = pages::Processes.toString(), .pid = pid}); });
        flow->addWidget(chip);
    }
    area->setVisible(flow->count() > 0);
    return area;
}

// The process or the call that a mark names, else the mark itself in the report.
Target SignatureCard::targetOf(const SignatureMark& mark, int number) const
{
    if (mark.pid) {
        return {.page = pages::Processes.toString(), .pid = mark.pid, .callIndex = mark.call};
    }
    const auto place = &m_signature - m_report->signatures().data();
    // "new_data" comes after the others.
    const core::json::Value& raw = m_report->section("signatures")[std::size_t(place)];
    const QString list = raw["data"].isNull() ? QStringLiteral("marks") : QStringLiteral("data");
    const int others = int(raw[list.toStdString()].size());
    const QString pointer = QStringLiteral("/signatures/%1/%2/%3");
    return {.page = pages::Json.toString(),
        .text = number < others ? pointer.arg(place).arg(list).arg(number)
                                : pointer.arg(place).arg(QStringLiteral("new_data")).arg(number - others)};
}

QWidget* SignatureCard::makeMarks()
{
    auto* area = new QWidget(this);
    auto* layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(2);
    int number = 0;
    for (const SignatureMark& mark : signatureMarks(*m_report, m_signature, shownMarks)) {
        auto* row = new LinkRow(mark.pid ? u"processes" : u"json", mark.text,
            mark.pid ? tr("Show it in the process") : tr("Show it in the JSON text"), area);
        connect(row, &QAbstractButton::clicked, this,
            [this, target = targetOf(mark, number)] { Q_EMIT navigationRequested(target); });
        layout->addWidget(row);
        ++number;
    }
    if (const std::size_t all = m_signature.marks.size(); all > shownMarks) {
        layout->addWidget(
            new TonedLabel(tr("and %1 more; the JSON page has them all").arg(formatCount(qint64(all - shownMarks))),
                Token::Dim, TonedLabel::Size::Dim, area));
    }
    return area;
}

void SignatureCard::setExpanded(bool expanded)
{
    m_fold->setChecked(expanded);
    m_fold->setIcon(icon(expanded ? u"chevron-down" : u"chevron-right"));
    if (expanded && !m_marks) {
        m_marks = makeMarks();
        layout()->addWidget(m_marks);
    }
    if (m_marks) {
        m_marks->setVisible(expanded);
    }
}

void SignatureCard::setCurrent(bool current)
{
    m_isCurrent = current;
    update();
}

void SignatureCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Theme::color(m_isCurrent ? Token::Accent : Token::Line));
    painter.setBrush(Theme::color(Token::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.fillRect(QRect(1, 4, barWidth, height() - 8), Theme::color(signatureToken(m_signature.severity)));
}

void SignatureCard::mousePressEvent(QMouseEvent* event)
{
    QFrame::mousePressEvent(event);
    Q_EMIT selected();
}

void SignatureCard::keyPressEvent(QKeyEvent* event)
{
    const bool unfolds
        = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (unfolds && !m_signature.marks.empty()) {
        setExpanded(!m_fold->isChecked());
    } else {
        QFrame::keyPressEvent(event);
    }
}

void SignatureCard::focusInEvent(QFocusEvent* event)
{
    QFrame::focusInEvent(event);
    Q_EMIT selected();
}

} // namespace ui
