// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/analysisfacts.h"

#include "core/indicators/indicatorcollector.h"
#include "core/report/families.h"
#include "core/result/isotime.h"

#include <QSet>
#include <QTimeZone>

#include <algorithm>

namespace core {

namespace {

// A hostile report may have any number of them, of any length.
constexpr qsizetype MostTerms = 4000;
constexpr qsizetype LongestTerm = 400; // characters
constexpr qsizetype LongestName = 1000;
constexpr qsizetype MostFamilies = 16;

QString bounded(std::string_view text, qsizetype longest)
{
    // A line break would end the line that it is kept in.
    return QString::fromUtf8(text.data(), qsizetype(std::min(text.size(), std::size_t(longest) * 4)))
        .replace(QLatin1Char('\n'), QLatin1Char(' '))
        .left(longest);
}

void addFamily(QStringList& families, std::string_view name)
{
    const QString family = bounded(name, LongestTerm);
    if (!family.isEmpty() && families.size() < MostFamilies && !families.contains(family, Qt::CaseInsensitive)) {
        families << family;
    }
}

bool isTerm(IndicatorKind kind)
{
    switch (kind) {
    case IndicatorKind::Ip:
    case IndicatorKind::Domain:
    case IndicatorKind::Url:
    case IndicatorKind::Email:
        return true;
    default:
        return false;
    }
}

class Terms {
public:
    void add(std::string_view text)
    {
        if (text.empty() || m_terms.size() >= MostTerms) {
            return;
        }
        const QString term = bounded(text, LongestTerm);
        if (!m_known.contains(term)) {
            m_known.insert(term);
            m_terms << term;
        }
    }

    QStringList take() { return std::move(m_terms); }

private:
    QStringList m_terms;
    QSet<QString> m_known;
};

// Every table of the network: the result has only what is worth a tag.
void addNetwork(const Network& network, Terms& terms)
{
    for (const NetworkDomain& domain : network.domains) {
        terms.add(domain.domain);
        terms.add(domain.ip);
    }
    for (const DnsQuery& query : network.dns) {
        terms.add(query.request);
        for (const DnsAnswer& answer : query.answers) {
            terms.add(answer.data);
        }
    }
    for (const NetworkHost& host : network.hosts) {
        terms.add(host.ip);
        terms.add(host.hostname);
    }
    for (const auto* list : {&network.httpEx, &network.httpsEx}) {
        for (const HttpExchange& exchange : *list) {
            terms.add(exchange.host);
            terms.add(exchange.destination);
        }
    }
    for (const HttpRequest& request : network.http) {
        terms.add(request.host);
        terms.add(request.uri);
        terms.add(request.destination);
    }
    for (const auto* list : {&network.tcp, &network.udp}) {
        for (const Flow& flow : *list) {
            terms.add(flow.destination);
            terms.add(flow.source);
        }
    }
    for (const IcmpPacket& packet : network.icmp) {
        terms.add(packet.destination);
        terms.add(packet.source);
    }
    for (const SmtpMessage& message : network.smtp) {
        terms.add(message.destination);
    }
    for (const DeadHost& host : network.deadHosts) {
        terms.add(host.ip);
    }
}

} // namespace

Analysis analysisOf(const Report& report, const AnalysisResult* result)
{
    const Target& target = report.target();
    Analysis analysis;
    analysis.name = bounded(target.url.empty() ? target.file.name : target.url, LongestName);
    analysis.sha256 = bounded(target.file.sha256, 64).toLower();
    analysis.taskId = std::max<std::int64_t>(report.info().id.value_or(0), 0);
    if (const auto started = withMilliseconds(report.info().started)) {
        if (const auto time = parseTime(*started)) {
            analysis.analysed = QDateTime::fromMSecsSinceEpoch(*time / 1000, QTimeZone::UTC);
        }
    }
    for (const Family& family : familiesOf(report)) {
        addFamily(analysis.families, family.name);
    }
    if (result) {
        analysis.score = result->score;
        for (const std::string& family : collectIndicators(*result).families) {
            addFamily(analysis.families, family);
        }
    }
    return analysis;
}

QStringList searchTerms(const Report& report, const AnalysisResult* result)
{
    Terms terms;
    terms.add(report.target().file.md5);
    terms.add(report.target().file.sha1);
    addNetwork(report.network(), terms);
    if (result) {
        terms.add(result->sample.md5);
        terms.add(result->sample.sha1);
        for (const Indicator& indicator : collectIndicators(*result).indicators) {
            if (isTerm(indicator.kind)) {
                terms.add(indicator.value);
            }
        }
    }
    return terms.take();
}

} // namespace core
