// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/submission/hostconfig.h"
#include "core/submission/parameters.h"
#include "core/submission/taskfields.h"

#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::submission {

// What stands against a submission as it was asked for.
struct Problem {
    std::string field; // the parameter, by the service's name
    QString reason; // translated: why, and what to do
    bool isWarning = false; // it may be sent all the same, only not quite as the analyst may think

    friend bool operator==(const Problem&, const Problem&) = default;
};

// Looks through an analyst's choices before anything is sent, for what CAPE or the service would swallow in silence: a
// clock that CAPE cannot read (it becomes 1970 or the present), a platform or image that nobody knows, a time that is
// out of range, options that CAPE would cut at a comma. A route or package that is not known here may be the server's
// own: it is warned about and sent. Empty when all can be sent.
std::vector<Problem> check(const Parameters& parameters, const PoolConfig& config);

// Choices that this file makes void, as warnings: a password for what is no archive, a DLL's function for another file.
std::vector<Problem> checkForFile(const Parameters& parameters, const FileFacts& file);

// The same rules for one of CAPE's own form fields ("timeout", "clock", "route", ...) as it is about to be sent;
// nothing when it is well formed, or of no kind that could be told.
std::optional<Problem> checkField(std::string_view name, std::string_view value, const PoolConfig& config);

// CAPE's own form fields that a submission may carry beside the file.
std::vector<std::string_view> fieldNames();

// Whether one of them forbids sending.
bool isRefused(const std::vector<Problem>& problems);

} // namespace core::submission
