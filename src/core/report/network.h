// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace core {

struct NetworkHost {
    std::string ip;
    std::string country;
    std::string hostname;
    std::string inverse; // inaddrarpa
    std::vector<std::int64_t> ports;
};

struct NetworkDomain {
    std::string domain;
    std::string ip;
};

struct DnsAnswer {
    std::string type;
    std::string data;
};

struct DnsQuery {
    std::string request;
    std::string type;
    std::vector<DnsAnswer> answers;
    std::optional<double> firstSeen; // seconds since 1970
};

// A TCP or UDP conversation. `time` is in seconds from the start of the capture.
struct Flow {
    std::string source;
    std::optional<std::int64_t> sourcePort;
    std::string destination;
    std::optional<std::int64_t> destinationPort;
    std::optional<double> time;
};

struct IcmpPacket {
    std::string source;
    std::string destination;
    std::optional<std::int64_t> type;
    std::string data;
};

// A request from "http" (decoded from the capture).
struct HttpRequest {
    std::string method;
    std::string host;
    std::optional<std::int64_t> port;
    std::string uri;
    std::string path;
    std::string userAgent;
    std::string version;
    std::string body;
    std::string data; // the request as sent
    std::string destination;
    std::optional<std::int64_t> count;
    std::optional<double> firstSeen; // seconds since 1970; in newer versions
};

// A stored body of an exchange: where the report ZIP has it.
struct HttpBody {
    std::string path;
    std::string md5;
    std::string sha1;
    std::string sha256;
};

// An exchange from "http_ex" or "https_ex".
struct HttpExchange {
    std::string source;
    std::optional<std::int64_t> sourcePort;
    std::string destination;
    std::optional<std::int64_t> destinationPort;
    std::string protocol;
    std::string method;
    std::string host;
    std::string uri;
    std::optional<std::int64_t> status;
    std::string request;
    std::string response;
    std::optional<double> firstSeen; // seconds since 1970
    std::optional<HttpBody> requestBody;
    std::optional<HttpBody> responseBody;
};

struct SmtpMessage {
    std::string source;
    std::string destination;
    std::string raw;
};

struct IrcMessage {
    std::string command;
    std::string params;
    std::string type;
};

struct DeadHost {
    std::string ip;
    std::optional<std::int64_t> port;
};

// The report's "network".
struct Network {
    std::string pcapSha256;
    std::vector<NetworkHost> hosts;
    std::vector<NetworkDomain> domains;
    std::vector<DnsQuery> dns;
    std::vector<Flow> tcp;
    std::vector<Flow> udp;
    std::vector<IcmpPacket> icmp;
    std::vector<HttpRequest> http;
    std::vector<HttpExchange> httpEx;
    std::vector<HttpExchange> httpsEx;
    std::vector<SmtpMessage> smtp;
    std::vector<IrcMessage> irc;
    std::vector<DeadHost> deadHosts;
};

} // namespace core
