// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/runtimeline.h"

#include "ui/pages/signaturecard.h"
#include "ui/text/format.h"
#include "ui/text/reporttime.h"

#include <QCoreApplication>

#include <array>
#include <unordered_map>

namespace ui {

namespace {

constexpr std::size_t laneEvents = 2000; // in a lane
constexpr double margin = 3600; // seconds outside the run that an event may have; others have a wrong date

enum Lane { ProcessLane, NetworkLane, SignatureLane, LaneCount };

class Builder {
public:
    explicit Builder(const core::Report& report)
        : m_report(report)
        , m_clock(report.clock())
    {
    }

    RunTimeline build()
    {
        addProcesses();
        addNetwork();
        addSignatures();
        m_timeline.end = m_clock.length();
        for (const TimelineStrip::Event& event : m_timeline.events) {
            m_timeline.start = std::min(m_timeline.start, event.time);
            m_timeline.end = std::max(m_timeline.end, event.time);
        }
        return std::move(m_timeline);
    }

private:
    void add(std::optional<double> time, Lane lane, const QString& text, Token token, Target target)
    {
        const double latest = (m_clock.length() > 0 ? m_clock.length() : 24 * margin) + margin;
        if (!time || *time < -margin || *time > latest || ++m_counts[lane] > laneEvents) {
            return;
        }
        m_timeline.events.push_back({*time, int(lane),
            QCoreApplication::translate("ui::OverviewPage", "%1: %2", "time and event")
                .arg(timeText(m_clock, *time), text),
            token});
        m_timeline.targets.push_back(std::move(target));
    }

    void addProcesses()
    {
        for (const core::Process& process : m_report.processes()) {
            add(m_clock.ofGuest(process.firstSeen), ProcessLane, fromUtf8(process.name), Token::CategoryProcess,
                {.page = pages::Processes.toString(), .pid = process.pid});
        }
    }

    void addTraffic(const std::optional<double>& time, const std::string& text)
    {
        if (time) {
            add(m_clock.ofNetwork(*time), NetworkLane, fromUtf8(text), Token::CategoryNetwork,
                {.page = pages::Network.toString(), .text = fromUtf8(text)});
        }
    }

    void addNetwork()
    {
        const core::Network& network = m_report.network();
        for (const core::DnsQuery& query : network.dns) {
            addTraffic(query.firstSeen, query.request);
        }
        for (const core::HttpRequest& request : network.http) {
            addTraffic(request.firstSeen, request.uri);
        }
        for (const core::Flow& flow : network.tcp) {
            addTraffic(flow.time, flow.destination);
        }
    }

    // The first call that a signature names is when it showed.
    void addSignatures()
    {
        std::unordered_map<std::int64_t, core::IndexRange> callsOf;
        for (const core::Process& process : m_report.processes()) {
            if (process.pid) {
                callsOf.try_emplace(*process.pid, process.calls);
            }
        }
        for (const core::Signature& signature : m_report.signatures()) {
            for (const core::json::Value& mark : signature.marks) {
                const auto calls = mark["pid"].isInteger() ? callsOf.find(mark["pid"].toInteger()) : callsOf.end();
                const std::int64_t number = mark["cid"].toInteger(-1);
                if (calls == callsOf.end() || number < 0 || number >= calls->second.count) {
                    continue;
                }
                const core::CallIndex call = calls->second.first + core::CallIndex(number);
                add(m_clock.ofGuest(m_report.calls().timestamp(call)), SignatureLane, fromUtf8(signature.name),
                    signatureToken(signature.severity),
                    {.page = pages::Signatures.toString(), .signature = fromUtf8(signature.name)});
                break;
            }
        }
    }

    const core::Report& m_report;
    const core::RunClock& m_clock;
    RunTimeline m_timeline;
    std::array<std::size_t, LaneCount> m_counts{};
};

} // namespace

QStringList runTimelineLanes()
{
    // In the order of Lane.
    return {QCoreApplication::translate("ui::OverviewPage", "Processes"),
        QCoreApplication::translate("ui::OverviewPage", "Network"),
        QCoreApplication::translate("ui::OverviewPage", "Signatures")};
}

RunTimeline runTimelineOf(const core::Report& report)
{
    return Builder(report).build();
}

} // namespace ui
