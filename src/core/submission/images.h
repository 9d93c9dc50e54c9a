// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/submission/hostconfig.h"

#include <string>
#include <string_view>
#include <vector>

namespace core::submission {

// The images that a file of this Assemblyline type should run on: "auto" keeps to the configured architecture where one
// is given, `allRelevant` ("auto_all") takes every allowed image of the platform and architecture. BadInput where
// multi-routing is on and the configuration has no images by connection.
Result<std::vector<std::string>> relevantImages(
    std::string_view fileType, const PoolConfig& config, bool allRelevant, std::string_view routing);

// Whether one of the host's machines has the image, and the pool allows it.
bool hasImage(const Host& host, std::string_view image, const PoolConfig& config);

} // namespace core::submission
