// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "core/report/reportwarnings.h"

// Make the typed records out of a report's raw sections. A field that is absent stays empty; one of a wrong type too,
// with a warning.
namespace core::records {

Info info(const json::Value& section, ReportWarnings& warnings);
Debug debug(const json::Value& section, ReportWarnings& warnings);
std::vector<Detection> detections(const json::Value& section, ReportWarnings& warnings);

Target target(const json::Value& section, ReportWarnings& warnings);
FileInfo fileInfo(const json::Value& object, std::string_view path, ReportWarnings& warnings);
// CAPE is {"payloads", "configs"}, and a list of payloads in old versions, where a payload may bring its configuration.
std::vector<Payload> payloads(const json::Value& cape, ReportWarnings& warnings);
std::vector<MalwareConfig> configs(const json::Value& cape, ReportWarnings& warnings);

// `ttps` is the report's own list of ATT&CK ids by signature.
std::vector<Signature> signatures(const json::Value& section, const json::Value& ttps, ReportWarnings& warnings);

Network network(const json::Value& section, ReportWarnings& warnings);

std::vector<Process> processes(
    const json::Value& behavior, const std::vector<IndexRange>& calls, ReportWarnings& warnings);
std::vector<ProcessNode> processTree(const json::Value& behavior, ReportWarnings& warnings);

// Whether the section is an object; otherwise (unless null) warns.
bool isObject(const json::Value& value, std::string_view path, ReportWarnings& warnings);

} // namespace core::records
