// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <string>
#include <vector>

namespace core {

struct ConversionContext;

// One look-up of a domain. Values that the report may give in any type stay as they are.
struct DnsAttempt {
    json::Array answers; // what the server answered: addresses or names
    json::Value type; // "A", "CNAME", ...
    json::Value processId;
    json::Value processName;
    json::Value time; // when it was seen first, or null
    json::Value guid; // of the process
    std::vector<std::string> sources;
};

struct DnsRequest {
    std::string domain;
    std::vector<DnsAttempt> attempts;
};

// A TCP or UDP flow.
struct NetworkFlow {
    json::Value timestamp; // seconds since the capture began
    std::string protocol;
    json::Value sourceIp;
    json::Value sourcePort;
    json::Value destinationIp;
    json::Value destinationPort;
    json::Value image; // of the process behind it, where known
    json::Value pid;
    json::Value guid;
    std::vector<std::string> sources; // who saw it: PCAP, API, sysmon, etw

    // The flow as a row of the flow tables.
    json::Object row() const;
};

// A request, of which the report may tell in four sections.
struct HttpCall {
    std::string protocol; // the section: http, https, http_ex, https_ex
    std::string host;
    std::string uri;
    json::Value destinationIp;
    json::Value port;
    json::Value method;
    json::Value userAgent;
    json::Value request; // the head as sent
    json::Object requestHeaders;
    json::Object responseHeaders;
    json::Object nonStandardHeaders;
    json::Value requestBodyPath; // text or null
    json::Value responseBodyPath;
    std::vector<std::string> flaggedLanguages; // suspicious ones that the request accepts
    bool isDownload = false;
    bool hasSuspiciousAgent = false;
    json::Value image;
    json::Value pid; // a number; of a reused pid, the key of its Sysmon events
    std::vector<std::string> sources;
};

// The report's "network" as it goes into the result: without noise, and with the processes behind it where API calls,
// Sysmon or ETW tell.
struct NetworkMap {
    bool isPresent = false; // false without a network section: nothing of it is shown then
    std::vector<std::string> dnsServers;
    std::vector<DnsRequest> dnsRequests; // in order of first appearance
    std::vector<NetworkFlow> flows;
    std::vector<HttpCall> httpCalls;
};

class ProcessMap;
class SysmonEvents;
class EtwEvents;

NetworkMap mapNetwork(
    const ConversionContext& context, const ProcessMap& processes, const SysmonEvents& sysmon, const EtwEvents& etw);

} // namespace core
