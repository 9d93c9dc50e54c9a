// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"
#include "core/result/ontology/objectid.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace core {

// What a source says about a process. Empty text, null and nothing count as not said.
struct ProcessFields {
    std::optional<std::string> image;
    std::optional<std::string> startTime;
    std::optional<std::string> endTime;
    // As the report has them, mostly numbers and text: Python, and so the service, compares 100, 100.0 and true by value.
    json::Value pid;
    json::Value ppid;
    json::Value commandLine;
    std::optional<std::string> parentImage;
    json::Value parentCommandLine;
    std::optional<std::string> integrityLevel;
    std::optional<std::string> imageHash;
    std::optional<std::string> originalFileName;
    std::optional<json::Array> loadedModules;
    std::optional<json::Array> servicesInvolved;
};

// A process of the ontology. Made and changed through Ontology, which keeps its look-ups in step.
struct OntologyProcess {
    ObjectIdPtr objectId;
    ObjectIdPtr parentObjectId;
    ProcessFields fields;
    std::size_t order = 0; // its place among the processes added

    json::Object toJson() const;
};
using OntologyProcessPtr = std::shared_ptr<OntologyProcess>;

struct NetworkDns {
    std::string domain;
    json::Value resolvedIps; // array or null
    json::Value resolvedDomains; // array or null
    std::string lookupType;

    json::Object toJson() const;
};
using NetworkDnsPtr = std::shared_ptr<NetworkDns>;

struct NetworkHttp {
    std::string requestUri;
    std::string requestMethod;
    json::Object requestHeaders;
    json::Object responseHeaders;
    json::Value requestBody; // text or null
    json::Value responseStatusCode;
    json::Value responseBody; // text or null
    std::string requestBodyPath; // where the report ZIP has the body; empty where it has none
    std::string responseBodyPath;

    json::Object toJson() const;
};
using NetworkHttpPtr = std::shared_ptr<NetworkHttp>;

// A network connection ("netflow"). Addresses and ports are as the report has them, checked by Ontology.
struct NetworkConnection {
    ObjectIdPtr objectId;
    json::Value destinationIp;
    json::Value destinationPort;
    std::string transportLayerProtocol; // tcp, udp
    std::string direction; // outbound, inbound, unknown
    OntologyProcessPtr process;
    json::Value sourceIp;
    json::Value sourcePort;
    NetworkHttpPtr http;
    NetworkDnsPtr dns;
    std::optional<std::string> connectionType; // http, dns

    json::Object toJson() const;
};
using NetworkConnectionPtr = std::shared_ptr<NetworkConnection>;

// Why a signature was raised: by which object, doing what.
struct SignatureAttribute {
    ObjectIdPtr source;
    ObjectIdPtr target;
    std::optional<std::string> action;
    std::optional<std::string> meta;
    std::optional<std::string> eventRecordId;
    std::optional<std::string> domain;
    std::optional<std::string> uri;
    std::optional<std::string> fileHash;

    json::Object toJson() const;
};

struct AttackItem {
    std::string attackId;
    std::string pattern;
    json::Array categories;

    json::Object toJson() const;
};

// What ATT&CK says of a technique, software or group id, a revoked one by its successor; nothing for an unknown id.
std::optional<AttackItem> attackItem(std::string_view attackId);

struct OntologySignature {
    ObjectIdPtr objectId;
    std::string name;
    std::string type; // CUCKOO, YARA, SIGMA, SURICATA
    std::string classification;
    std::vector<SignatureAttribute> attributes;
    std::vector<AttackItem> attacks;
    json::Array actors;
    json::Array malwareFamilies;
    std::optional<std::int64_t> score;
    std::unordered_set<std::string> knownAttributes; // as text

    // Each id once; ids that ATT&CK does not know are left out.
    void addAttackId(std::string_view attackId);
    // Each attribute once, compared by what it says.
    void addAttribute(const SignatureAttribute& attribute);
    json::Object toJson() const;
};
using OntologySignaturePtr = std::shared_ptr<OntologySignature>;

struct MachineMetadata {
    json::Value ip;
    json::Value hypervisor;
    json::Value hostname;
    json::Value platform;
    json::Value version;
    json::Value architecture;

    json::Object toJson() const;
};

struct Sandbox {
    ObjectIdPtr objectId;
    std::string startTime{MinTime};
    std::string endTime{MaxTime};
    json::Value taskId;
    json::Value routing;
    std::optional<MachineMetadata> machine;
    std::string name;
    json::Value version;

    // start_time, task_id, end_time, routing, machine_metadata
    json::Object analysisMetadata() const;
    json::Object toJson() const;
};
using SandboxPtr = std::shared_ptr<Sandbox>;

} // namespace core
