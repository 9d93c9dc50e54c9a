// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <string>
#include <string_view>
#include <vector>

// How CAPE writes the names of malware families.
namespace core {

// Whether a member of an item of CAPE.configs is CAPE's own bookkeeping (which files a configuration came from) and no
// family: "_associated_config_hashes", in old versions "associated_config_hashes", and the like.
bool isConfigBookkeeping(std::string_view key);

// The family in a cape_type: "QakBot" of "QakBot Payload: 32-bit DLL". Empty where it names none: "Unpacked Shellcode".
std::string familyOfCapeType(std::string_view type);

// The families of a file as CAPE describes it: its cape_name, its cape_type, the cape_type of its hits of CAPE's own
// YARA rules, and its detections. Each once.
std::vector<std::string> familiesOfFile(const json::Value& file);

// The families in a list of detections in any of its forms: a name, a list of names, [{"family": name}].
std::vector<std::string> familiesOfDetections(const json::Value& detections);

} // namespace core
