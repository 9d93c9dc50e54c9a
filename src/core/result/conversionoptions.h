// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/ioc/safelist.h"
#include "core/json/value.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace core {

// The machine an analysis ran on, as shown in a result's "Machine Information".
struct MachineInfo {
    std::string name;
    std::string manager;
    std::string platform;
    std::string ip;
    json::Array tags;
};

// The file an analysis was made of.
struct SampleInfo {
    std::string name;
    std::string sha256;
    std::string md5;
    std::string sha1;
    std::int64_t size = 0;
    std::string type; // Assemblyline's name of the file type
};

// What a bundle of the result says beside it; an empty text has its default (core/bundle/bundlewriter.h).
struct BundleSettings {
    std::string classification;
    std::string submitter;
    std::string description;
    std::string samplePath; // the sample's file, whose bytes go along; empty: none
    bool older = false; // for an Assemblyline before 4.7
};

// How a report is converted: what the service knows from its configuration, the submission and the server. Keys missing
// from a file have the service's defaults (reference/service_config.json, submission_params.json).
struct ConversionOptions {
    std::string routing = "none";
    std::string randomIpRange = "192.0.2.0/24";
    // Whether addresses of the range are safelisted too, as the service's command-line helper does; the service does
    // not. Options that name a range and say nothing of this mean yes.
    bool safelistRandomIp = false;
    std::optional<Safelist> safelist; // the Assemblyline's own; otherwise the one that the service suggests
    std::string fileExtension; // with the point
    std::vector<std::string> inetsimDnsServers;
    std::vector<std::string> processTreeSafelist; // process trees (tags joined by "|") beside the service's own
    bool httpsProxyInSandbox = false;
    std::vector<std::string> suspiciousLanguages;
    std::string parentTitle = "Analysis Environment Target: First Machine Available";
    std::optional<MachineInfo> machine; // given outright
    std::optional<json::Array> machines; // the server's answer, from which the report's machine is looked up
    bool showMachine = true;
    std::optional<std::int64_t> taskId; // otherwise the report's own
    std::optional<SampleInfo> sample;
    bool extractCapeDumps = false;
    bool deepScan = false;
    BundleSettings bundle;

    // From the bytes of an options file: an object with the keys of golden/*/args.json. "safelist" names a file, from
    // `folder` on where the name is relative, or holds what would stand in it (core/ioc/safelistfile.h).
    static Result<ConversionOptions> fromJson(const QByteArray& text, const QString& folder = {});
};

} // namespace core
