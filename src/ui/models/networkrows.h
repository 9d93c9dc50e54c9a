// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace ui {

// A request or exchange of HTTP or HTTPS, from whichever list of the report it came.
struct HttpRow {
    std::string method;
    std::string uri;
    std::string host;
    std::string destination;
    std::optional<std::int64_t> port;
    std::optional<std::int64_t> status;
    std::string request;
    std::string response;
    std::optional<double> time; // as the report has it: core::RunClock::ofNetwork
};

struct FlowRow {
    const char* protocol;
    core::Flow flow;
};

// All requests and exchanges; a request that an exchange tells of as well is there once.
std::vector<HttpRow> httpRows(const core::Network& network);
std::vector<FlowRow> flowRows(const core::Network& network);
// ICMP, SMTP, IRC and hosts that did not answer: kind, source, destination, content.
std::vector<std::vector<QString>> otherRows(const core::Network& network);

} // namespace ui
