// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

// The service's manifest: submission parameters, configuration, accepted file types.
namespace core::reference {

struct SubmissionParam {
    std::string_view name;
    std::string_view type; // int, bool, str or list
    std::string_view defaultJson; // the default as JSON text
    std::span<const std::string_view> choices; // of a list
};

struct ServiceInfo {
    std::string_view name;
    std::string_view category;
    std::string_view stage;
    std::string_view accepts; // patterns of Assemblyline file types
    std::string_view rejects;
    int timeoutSeconds;
};

std::span<const SubmissionParam> submissionParams();
const SubmissionParam* submissionParam(std::string_view name);
const ServiceInfo& service();
// The configuration with its defaults, as JSON text.
std::string_view serviceConfigJson();

} // namespace core::reference
