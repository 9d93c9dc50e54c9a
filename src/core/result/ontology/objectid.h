// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace core {

// What identifies an object of the ontology. Shared: a child process holds its parent's, and sees what becomes of it.
struct ObjectId {
    std::string tag;
    std::string ontologyId;
    std::string serviceName;
    std::optional<std::string> guid; // "{UPPER-CASE}"
    std::optional<std::string> treeId; // SHA-256 over the tags from the root down
    std::optional<std::string> processTree; // the tags from the root down, joined by "|"
    std::optional<std::string> timeObserved;
    std::optional<std::string> session;

    json::Object toJson() const;
};
using ObjectIdPtr = std::shared_ptr<ObjectId>;

// The ends of time as the service writes them; both mean "not known".
inline constexpr std::string_view MinTime = "1-01-01 00:00:00.000000";
inline constexpr std::string_view MaxTime = "9999-12-31 23:59:59.999999";

// Deterministic ids: the first 128 bits, in base 62, of the SHA-256 of the object's parts as Python prints them, so
// that other services give the same id to the same object.
std::string processOid(
    const json::Value& pid, const json::Value& ppid, const json::Value& image, const json::Value& commandLine);
// `details` as the reference's NetworkConnection.get_oid takes them: source_ip, source_port, destination_ip,
// destination_port, transport_layer_protocol, connection_type, and http_details or dns_details where there are any.
std::string networkOid(const json::Object& details);
std::string signatureOid(std::string_view name, std::string_view type);
std::string sandboxOid(const json::Value& sandboxName, const json::Value& sandboxVersion, const json::Value& startTime,
    const json::Value& endTime, const json::Value& taskId);
// The fingerprint that all of these end in.
std::string fingerprint(const json::Object& data);

// "{UPPER-CASE}" of a GUID written in any usual way; nothing where it is none.
std::optional<std::string> normalizedGuid(std::string_view guid);
std::string randomGuid();
// A session id: 128 random bits in base 62.
std::string randomSession();

// The image path with drive, system folders and user folders replaced by short names such as "?sys32", lower case: the
// tag of a process.
std::string normalizedImagePath(std::string_view path);

} // namespace core
