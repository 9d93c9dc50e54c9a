// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/demosummary.h"

#include "core/report/families.h"
#include "core/visibletext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

constexpr std::size_t SignaturesShown = 8;
constexpr qsizetype LineWidth = 96;
constexpr qsizetype LabelWidth = 12;
constexpr int TreeDepth = 32;

QString translated(const char* text)
{
    return QCoreApplication::translate("DemoSummary", text);
}

QString text(const std::string& value)
{
    return QString::fromStdString(value);
}

QString shortened(const QString& text)
{
    const QString line = core::visibleText(text);
    return line.size() <= LineWidth ? line : line.first(LineWidth - 1) + u'…';
}

// Gathers the lines of the page.
class Page {
public:
    void fact(const char* label, const QString& value)
    {
        m_lines.append(shortened(u"  "_s + translated(label).leftJustified(LabelWidth) + value));
    }
    void heading(const char* title, std::size_t count)
    {
        m_lines.append(QString());
        m_lines.append(u"%1 (%2)"_s.arg(translated(title)).arg(count));
    }
    void line(const QString& line) { m_lines.append(shortened(u"  "_s + line)); }
    QString toString() const { return m_lines.join(u'\n') + u'\n'; }

private:
    QStringList m_lines;
};

void addSample(Page& page, const core::Report& report, const core::AnalysisResult& result, const QUrl& server)
{
    const core::FileInfo& file = report.target().file;
    const core::Info& info = report.info();
    page.fact(QT_TRANSLATE_NOOP("DemoSummary", "Sample"), text(file.name.empty() ? report.target().url : file.name));
    page.fact(QT_TRANSLATE_NOOP("DemoSummary", "SHA-256"), text(file.sha256));
    page.fact(QT_TRANSLATE_NOOP("DemoSummary", "Type"), text(file.type));
    page.fact(QT_TRANSLATE_NOOP("DemoSummary", "Server"), server.toDisplayString());
    const int seconds = int(info.duration.value_or(0));
    const QString analysis
        = QCoreApplication::translate("DemoSummary", "task %1 on %2, route %3, %n second(s)", nullptr, seconds)
              .arg(info.id.value_or(0))
              .arg(text(info.machine.name), text(info.route));
    page.fact(QT_TRANSLATE_NOOP("DemoSummary", "Analysis"), analysis);
    const QString score = report.malscore()
        ? QCoreApplication::translate("DemoSummary", "%1 of 10 by the sandbox, %2 in Assemblyline")
              .arg(*report.malscore())
              .arg(result.score)
        : QCoreApplication::translate("DemoSummary", "%1 in Assemblyline").arg(result.score);
    page.fact(QT_TRANSLATE_NOOP("DemoSummary", "Score"), score);
    QStringList families;
    for (const core::Family& family : core::familiesOf(report)) {
        families.append(u"%1 (%2)"_s.arg(text(family.name), core::describe(family.mentions.front())));
    }
    page.fact(QT_TRANSLATE_NOOP("DemoSummary", "Family"), families.join(u", "_s));
}

void addSignatures(Page& page, const core::Report& report)
{
    std::vector<core::Signature> signatures = report.signatures();
    std::ranges::stable_sort(signatures, std::ranges::greater(), &core::Signature::severity);
    page.heading(QT_TRANSLATE_NOOP("DemoSummary", "Signatures"), signatures.size());
    for (std::size_t i = 0; i < std::min(SignaturesShown, signatures.size()); ++i) {
        page.line(u"[%1] %2"_s.arg(signatures[i].severity).arg(text(signatures[i].description)));
    }
}

void addNode(Page& page, const core::ProcessNode& node, int depth)
{
    const QString indent(depth * 2, u' ');
    page.line(u"%1%2 (%3) %4"_s.arg(indent, text(node.name)).arg(node.pid.value_or(0)).arg(text(node.commandLine)));
    for (const core::ProcessNode& child : node.children) {
        if (depth < TreeDepth) {
            addNode(page, child, depth + 1);
        }
    }
}

void addNetwork(Page& page, const core::Report& report)
{
    const core::Network& network = report.network();
    page.heading(QT_TRANSLATE_NOOP("DemoSummary", "Network"),
        network.dns.size() + network.httpEx.size() + network.httpsEx.size());
    for (const core::DnsQuery& query : network.dns) {
        const QString answer = query.answers.empty() ? translated(QT_TRANSLATE_NOOP("DemoSummary", "no answer"))
                                                     : text(query.answers.front().data);
        page.line(u"DNS    %1 → %2"_s.arg(text(query.request), answer));
    }
    for (const auto* list : {&network.httpEx, &network.httpsEx}) {
        for (const core::HttpExchange& exchange : *list) {
            page.line(u"%1 %2 %3%4"_s.arg(text(exchange.protocol).toUpper().leftJustified(6), text(exchange.method),
                text(exchange.host), text(exchange.uri)));
        }
    }
}

} // namespace

QString demoSummary(
    const core::Report& report, const core::AnalysisResult& result, const QUrl& server, const QStringList& files)
{
    Page page;
    addSample(page, report, result, server);
    addSignatures(page, report);
    page.heading(QT_TRANSLATE_NOOP("DemoSummary", "Processes"), report.processes().size());
    for (const core::ProcessNode& node : report.processTree()) {
        addNode(page, node, 0);
    }
    addNetwork(page, report);
    page.heading(QT_TRANSLATE_NOOP("DemoSummary", "Files written"), std::size_t(files.size()));
    for (const QString& file : files) {
        page.line(file);
    }
    return page.toString();
}

} // namespace cli
