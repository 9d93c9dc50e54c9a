// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/ontology/objectid.h"

#include "core/json/python.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QString>
#include <QUuid>

#include <algorithm>
#include <array>
#include <vector>

namespace core {

namespace {

__extension__ using Uint128 = unsigned __int128;

std::string base62(Uint128 number)
{
    static constexpr std::string_view Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    std::string text;
    do {
        text.insert(text.begin(), Digits[std::size_t(number % 62)]);
        number /= 62;
    } while (number != 0);
    return text;
}

Uint128 firstBits(const QByteArray& bytes)
{
    Uint128 number = 0;
    for (int i = 0; i < 16; ++i) {
        number = number << 8 | Uint128(static_cast<unsigned char>(bytes[i]));
    }
    return number;
}

void printSorted(std::string& out, const json::Object& object);

void printValue(std::string& out, const json::Value& value)
{
    if (value.isObject()) {
        printSorted(out, value.toObject());
    } else if (value.isArray()) {
        out += '[';
        for (std::size_t i = 0; i < value.size(); ++i) {
            out += i ? ", " : "";
            printValue(out, value[i]);
        }
        out += ']';
    } else {
        out += json::python::repr(value);
    }
}

// A dict as Assemblyline prints it before hashing: a list of (key, value) pairs sorted by key.
void printSorted(std::string& out, const json::Object& object)
{
    std::vector<const json::Object::Member*> members;
    for (const json::Object::Member& member : object) {
        members.push_back(&member);
    }
    std::ranges::sort(members, {}, [](const json::Object::Member* member) { return std::string_view(member->first); });
    out += '[';
    for (std::size_t i = 0; i < members.size(); ++i) {
        out += (i ? ", (" : "(") + json::python::repr(std::string_view(members[i]->first)) + ", ";
        printValue(out, members[i]->second);
        out += ')';
    }
    out += ']';
}

json::Value orNull(const std::optional<std::string>& text)
{
    return text ? json::Value(*text) : json::Value();
}

} // namespace

json::Object ObjectId::toJson() const
{
    return json::Object{
        {"tag", tag},
        {"ontology_id", ontologyId},
        {"service_name", serviceName},
        {"guid", orNull(guid)},
        {"treeid", orNull(treeId)},
        {"processtree", orNull(processTree)},
        {"time_observed", orNull(timeObserved)},
        {"session", orNull(session)},
    };
}

std::string fingerprint(const json::Object& data)
{
    std::string printed;
    printSorted(printed, data);
    const QByteArrayView bytes(printed.data(), qsizetype(printed.size()));
    return base62(firstBits(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)));
}

std::string processOid(
    const json::Value& pid, const json::Value& ppid, const json::Value& image, const json::Value& commandLine)
{
    return "process_" + fingerprint({{"pid", pid}, {"ppid", ppid}, {"image", image}, {"command_line", commandLine}});
}

std::string networkOid(const json::Object& details)
{
    static constexpr std::array Parts = {"source_ip", "source_port", "destination_ip", "destination_port",
        "transport_layer_protocol", "connection_type"};
    json::Object hashed;
    for (const std::string_view part : Parts) {
        hashed.append(std::string(part), details[part]);
    }
    const std::string_view type = details["connection_type"].toString();
    std::string prefix = "network_";
    if (type == "http") {
        prefix = "network_http_";
        const json::Value& http = details["http_details"];
        json::Object request;
        for (const std::string_view field : {"request_uri", "request_headers", "request_method", "request_body"}) {
            request.append(std::string(field), http[field]);
        }
        hashed.append("http_details", std::move(request));
    } else if (type == "dns") {
        prefix = "network_dns_";
        const json::Value& dns = details["dns_details"];
        hashed.append("dns_details", json::Object{{"domain", dns["domain"]}, {"lookup_type", dns["lookup_type"]}});
    } else if (type == "smtp") {
        prefix = "network_smtp_";
        hashed.append("smtp_details", details["smtp_details"].toObject());
    }
    return prefix + fingerprint(hashed);
}

std::string signatureOid(std::string_view name, std::string_view type)
{
    return "signature_" + fingerprint({{"name", name}, {"type", type}});
}

std::string sandboxOid(const json::Value& sandboxName, const json::Value& sandboxVersion, const json::Value& startTime,
    const json::Value& endTime, const json::Value& taskId)
{
    return "sandbox_"
        + fingerprint({{"sandbox_name", sandboxName}, {"sandbox_version", sandboxVersion},
            {"analysis_metadata.start_time", startTime}, {"analysis_metadata.end_time", endTime},
            {"analysis_metadata.task_id", taskId}});
}

std::optional<std::string> normalizedGuid(std::string_view guid)
{
    std::string digits;
    for (const std::string_view prefix : {"urn:", "uuid:"}) {
        if (guid.starts_with(prefix)) {
            guid.remove_prefix(prefix.size());
        }
    }
    while (!guid.empty() && (guid.front() == '{' || guid.front() == '}')) {
        guid.remove_prefix(1);
    }
    while (!guid.empty() && (guid.back() == '{' || guid.back() == '}')) {
        guid.remove_suffix(1);
    }
    for (const char c : guid) {
        if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'F')) {
            digits += c;
        } else if (c >= 'a' && c <= 'f') {
            digits += char(c - 'a' + 'A');
        } else if (c != '-') {
            return std::nullopt;
        }
    }
    if (digits.size() != 32) {
        return std::nullopt;
    }
    for (const std::size_t place : {20, 16, 12, 8}) {
        digits.insert(place, "-");
    }
    return '{' + digits + '}';
}

std::string randomGuid()
{
    return QUuid::createUuid().toString().toUpper().toStdString();
}

std::string randomSession()
{
    return base62(firstBits(QUuid::createUuid().toRfc4122()));
}

} // namespace core
