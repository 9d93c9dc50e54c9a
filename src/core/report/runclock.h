// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/apicallstore.h"
#include "core/report/info.h"
#include "core/report/network.h"
#include "core/report/process.h"

#include <optional>
#include <string_view>
#include <vector>

namespace core {

// The one axis of time of a report: seconds from the start of the run (T+). The guest's times (processes, calls) come
// from a clock of its own, that may be years away, or in another time zone; the host's ("info") and the capture's
// (seconds since 1970, or since its first packet) from others. All land on this axis.
class RunClock {
public:
    // How it is known where the guest's times lie.
    enum class Basis {
        Unknown, // no guest time, or no host time
        HostClock, // the guest's clock agrees with the host's, but for a time zone
        Log, // the analysis log's first line is the start of the run
        FirstEvents, // the guest's first event is
    };

    RunClock() = default;
    RunClock(const Info& info, std::string_view log, const Network& network, const std::vector<Process>& processes,
        const ApiCallStore& calls);

    // Places on the axis. A time of the guest: a process' "first_seen", a call's timestamp. Nothing for another text.
    std::optional<double> ofGuest(std::string_view text) const;
    // A time of the network's records: seconds since 1970, or since the capture's first packet.
    std::optional<double> ofNetwork(double time) const;
    // A time of the host, as "info" has it.
    std::optional<double> ofHost(std::string_view text) const;

    // What guest and host clock showed then, in seconds since 1970; nothing where that is not known.
    std::optional<double> guestTime(double place) const;
    std::optional<double> hostTime(double place) const;

    Basis basis() const { return m_basis; }
    // The guest's clock less the host's, in seconds; nothing where one is not known.
    std::optional<double> guestOffset() const;
    // How long the run took, by the host's clock; 0 where that is not known.
    double length() const { return m_length; }

private:
    void readHost(const Info& info);
    void placeGuest(std::string_view log, const std::vector<Process>& processes, const ApiCallStore& calls);
    bool placeByLog(std::string_view log, double first);
    void placeCapture(const Network& network);
    bool fits(double first, double last) const;

    std::optional<double> m_hostStart; // the host's clock at T+0, in seconds since 1970
    std::optional<double> m_guestStart; // the guest's clock at T+0
    double m_epochStart = 0; // UTC at T+0, by the capture's times
    bool m_hasEpochStart = false;
    double m_captureStart = 0; // of the first packet, on the axis
    double m_length = 0;
    Basis m_basis = Basis::Unknown;
};

} // namespace core
