// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"
#include "core/submission/hostconfig.h"
#include "core/submission/parameters.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::submission {

// A section that explains what the plan did or could not do; English, as it goes into the exported result.
struct Note {
    std::string title;
    std::string body; // may be empty

    friend bool operator==(const Note&, const Note&) = default;
};

// What the file to submit is.
struct FileFacts {
    std::string name;
    std::string type; // Assemblyline's: "executable/windows/dll64"
    std::vector<std::string> dllExports; // names, or "#N"
    std::vector<std::string> knownPasswords; // for archives, from elsewhere
};

// The multipart fields beside the file, under CAPE's names, in the order in which the service sets them. Fields that
// are already set (machine, platform, tags) are kept before them. `withoutMonitor` adds free=yes.
json::Object taskFields(json::Object fields, const Parameters& parameters, const PoolConfig& config,
    const FileFacts& file, bool withoutMonitor, std::vector<Note>& notes);

// The options as they are sent: the service's plan has a comma behind the last one, of which nothing but a lone comma
// may be left, and may name an export twice, which CAPE then runs twice.
std::string sentOptions(std::string_view planned);

} // namespace core::submission
