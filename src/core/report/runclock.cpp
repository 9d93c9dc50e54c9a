// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/runclock.h"

#include "core/report/sandboxtime.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr double secondsOfDay = 24 * 60 * 60;
constexpr double zoneStep = 15 * 60; // time zones are apart by so much, in seconds
constexpr double furthestZone = 14 * 60 * 60;
constexpr double slack = 5; // seconds that the clocks of a host and its guest differ by at most, when they agree
constexpr double shutdown = 60; // seconds that things may still be written after the end
constexpr double leastEpoch = 1e8; // a smaller number counts from the capture's start
constexpr double longestRun = 24 * 60 * 60; // where the report does not say how long it took
constexpr std::int64_t dnsPort = 53;

struct Span {
    double first = 0;
    double last = 0;
};

// The analysis log, whose times are of the guest's own clock and zone.
struct LogTimes {
    Span span; // once the date was set
    bool isDateSet = false; // to the host's
};

std::optional<double> timeWithDay(std::string_view text)
{
    const auto time = parseSandboxTime(text);
    return time && time->hasDay ? std::optional(time->seconds) : std::nullopt;
}

// The whole time zones that lie between two clocks, so that `later` is less than one step after `earlier`.
double zoneBetween(double earlier, double later)
{
    return std::floor((later - earlier + slack) / zoneStep) * zoneStep;
}

// The times without those far away from most: a process may have a date of 1601.
std::optional<Span> mostOf(std::vector<double> times, double width)
{
    if (times.empty()) {
        return std::nullopt;
    }
    std::ranges::sort(times);
    std::size_t best = 0;
    std::size_t most = 0;
    for (std::size_t first = 0, end = 0; first < times.size(); ++first) {
        while (end < times.size() && times[end] - times[first] <= width) {
            ++end;
        }
        if (end - first > most) {
            most = end - first;
            best = first;
        }
    }
    return Span{times[best], times[best + most - 1]};
}

// A time of day, on the day on which it is nearest to `near`.
double onNearestDay(double timeOfDay, double near)
{
    const double day = std::floor((near - timeOfDay) / secondsOfDay + 0.5);
    return timeOfDay + day * secondsOfDay;
}

// Times of day are those of the day of the run.
std::vector<double> guestTimes(
    const std::vector<Process>& processes, const ApiCallStore& calls, const std::optional<double>& hostStart)
{
    std::vector<double> times;
    const auto add = [&](std::string_view text) {
        const auto time = parseSandboxTime(text);
        if (time && (time->hasDay || hostStart)) {
            times.push_back(time->hasDay ? time->seconds : onNearestDay(time->seconds, *hostStart));
        }
    };
    for (const Process& process : processes) {
        add(process.firstSeen);
        if (process.calls.count > 0) {
            add(calls.timestamp(process.calls.first));
            add(calls.timestamp(process.calls.end() - 1));
        }
    }
    return times;
}

std::optional<LogTimes> logTimes(std::string_view log)
{
    constexpr std::size_t timeLength = 23; // "2026-01-31 10:04:12,031"
    constexpr std::string_view dateSet = "Date set to: ";
    constexpr double settingTime = 120; // seconds that may pass until the next line
    std::optional<double> date;
    std::optional<double> first;
    double last = 0;
    while (!log.empty()) {
        const std::size_t end = log.find('\n');
        const std::string_view line = log.substr(0, end);
        log = end == std::string_view::npos ? std::string_view() : log.substr(end + 1);
        const auto time = timeWithDay(line.substr(0, timeLength));
        // This line was written by the clock before it was set.
        if (const std::size_t set = line.find(dateSet); !first && set != std::string_view::npos) {
            const std::string_view rest = line.substr(set + dateSet.size());
            date = timeWithDay(rest.substr(0, rest.find(',')));
        } else if (time) {
            first = first.value_or(*time);
            last = *time;
        }
    }
    if (!first) {
        return std::nullopt;
    }
    return LogTimes{{*first, last}, date && std::abs(*first - *date) <= settingTime};
}

// When the first packet came, by the times of a DNS request that both lists have.
std::optional<double> firstPacket(const Network& network)
{
    std::optional<double> asked;
    for (const DnsQuery& query : network.dns) {
        if (query.firstSeen && *query.firstSeen >= leastEpoch) {
            asked = std::min(asked.value_or(*query.firstSeen), *query.firstSeen);
        }
    }
    std::optional<double> sent;
    for (const Flow& flow : network.udp) {
        if (flow.destinationPort == dnsPort && flow.time && *flow.time < leastEpoch) {
            sent = std::min(sent.value_or(*flow.time), *flow.time);
        }
    }
    return asked && sent ? std::optional(*asked - *sent) : std::nullopt;
}

std::vector<double> epochTimes(const Network& network)
{
    std::vector<double> times;
    const auto add = [&times](const std::optional<double>& time) {
        if (time && *time >= leastEpoch) {
            times.push_back(*time);
        }
    };
    for (const DnsQuery& query : network.dns) {
        add(query.firstSeen);
    }
    for (const auto* list : {&network.httpEx, &network.httpsEx}) {
        for (const HttpExchange& exchange : *list) {
            add(exchange.firstSeen);
        }
    }
    for (const HttpRequest& request : network.http) {
        add(request.firstSeen);
    }
    for (const auto* list : {&network.tcp, &network.udp}) {
        for (const Flow& flow : *list) {
            add(flow.time);
        }
    }
    return times;
}

} // namespace

RunClock::RunClock(const Info& info, std::string_view log, const Network& network,
    const std::vector<Process>& processes, const ApiCallStore& calls)
{
    readHost(info);
    placeGuest(log, processes, calls);
    placeCapture(network);
}

void RunClock::readHost(const Info& info)
{
    const auto started = timeWithDay(info.started);
    const auto machineStarted = timeWithDay(info.machine.startedOn);
    // The machine's start is the start of the run, unless it is another day's: snapshots keep old ones.
    const bool isOfThisRun = machineStarted && (!started || std::abs(*machineStarted - *started) < secondsOfDay);
    m_hostStart = isOfThisRun ? machineStarted : started;
    if (!m_hostStart) {
        m_length = double(std::max<std::int64_t>(info.duration.value_or(0), 0));
        return;
    }
    for (const auto& end : {timeWithDay(info.ended), timeWithDay(info.machine.shutdownOn),
             info.duration ? std::optional(started.value_or(*m_hostStart) + double(*info.duration)) : std::nullopt}) {
        if (end && *end - *m_hostStart < longestRun) {
            m_length = std::max(m_length, *end - *m_hostStart);
        }
    }
}

// Whether this is within the run.
bool RunClock::fits(double first, double last) const
{
    return first >= -slack && last <= (m_length > 0 ? m_length : longestRun) + shutdown;
}

void RunClock::placeGuest(std::string_view log, const std::vector<Process>& processes, const ApiCallStore& calls)
{
    const double width = (m_length > 0 ? m_length : longestRun) + shutdown;
    const auto events = mostOf(guestTimes(processes, calls, m_hostStart), width);
    if (!events) {
        m_guestStart = m_hostStart;
        return;
    }
    if (!m_hostStart) {
        m_guestStart = events->first;
        m_basis = Basis::FirstEvents;
        return;
    }
    if (placeByLog(log, events->first)) {
        return;
    }
    const double zone = zoneBetween(*m_hostStart, events->first);
    const bool agrees = std::abs(zone) <= furthestZone
        && fits(events->first - zone - *m_hostStart, events->last - zone - *m_hostStart);
    m_guestStart = agrees ? *m_hostStart + zone : events->first;
    m_basis = agrees ? Basis::HostClock : Basis::FirstEvents;
}

// The log is written by the same clock as the calls, but in the guest's time zone where those are in UTC.
bool RunClock::placeByLog(std::string_view log, double first)
{
    const auto times = logTimes(log);
    if (!times) {
        return false;
    }
    const double guestZone = zoneBetween(times->span.first, first);
    if (std::abs(guestZone) > furthestZone) {
        return false; // of another run, or the clock was set in the midst of it
    }
    const double analyzerStart = times->span.first + guestZone;
    // A date that was set is that of the host's clock, in its zone.
    const double zone = times->isDateSet ? guestZone : zoneBetween(*m_hostStart, analyzerStart);
    const double start = analyzerStart - zone - *m_hostStart;
    const bool agrees
        = std::abs(zone) <= furthestZone && fits(start, start + times->span.last - times->span.first);
    m_guestStart = agrees ? *m_hostStart + zone : analyzerStart;
    m_basis = agrees ? Basis::HostClock : Basis::Log;
    return true;
}

void RunClock::placeCapture(const Network& network)
{
    const auto times = mostOf(epochTimes(network), (m_length > 0 ? m_length : longestRun) + shutdown);
    if (!times) {
        return;
    }
    m_hasEpochStart = true;
    m_epochStart = times->first; // where nothing better is known
    if (m_hostStart) {
        const double zone = zoneBetween(*m_hostStart, times->first);
        const double first = times->first - *m_hostStart;
        const double last = times->last - *m_hostStart;
        if (fits(first, last)) { // most hosts write UTC; a run of hours has room for more than one zone
            m_epochStart = *m_hostStart;
        } else if (std::abs(zone) <= furthestZone && fits(first - zone, last - zone)) {
            m_epochStart = *m_hostStart + zone;
        }
    }
    if (const auto packet = firstPacket(network); packet && fits(*packet - m_epochStart, 0)) {
        m_captureStart = *packet - m_epochStart;
    }
}

std::optional<double> RunClock::ofGuest(std::string_view text) const
{
    const auto time = parseSandboxTime(text);
    if (!time || !m_guestStart) {
        return std::nullopt;
    }
    if (time->hasDay) {
        return time->seconds - *m_guestStart;
    }
    return onNearestDay(time->seconds, *m_guestStart) - *m_guestStart;
}

std::optional<double> RunClock::ofNetwork(double time) const
{
    if (!std::isfinite(time) || time < 0) {
        return std::nullopt;
    }
    if (time < leastEpoch) {
        return m_captureStart + time;
    }
    return m_hasEpochStart ? std::optional(time - m_epochStart) : std::nullopt;
}

std::optional<double> RunClock::ofHost(std::string_view text) const
{
    const auto time = timeWithDay(text);
    return time && m_hostStart ? std::optional(*time - *m_hostStart) : std::nullopt;
}

std::optional<double> RunClock::guestTime(double place) const
{
    return m_guestStart ? std::optional(*m_guestStart + place) : std::nullopt;
}

std::optional<double> RunClock::hostTime(double place) const
{
    return m_hostStart ? std::optional(*m_hostStart + place) : std::nullopt;
}

std::optional<double> RunClock::guestOffset() const
{
    return m_guestStart && m_hostStart && m_basis != Basis::Unknown ? std::optional(*m_guestStart - *m_hostStart)
                                                                      : std::nullopt;
}

} // namespace core
