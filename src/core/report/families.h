// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"

#include <QString>

namespace core {

// What a family's name is founded on, the best first.
enum class FamilySource {
    Config, // CAPE extracted its configuration
    Detection, // the report's own list
    Payload, // a payload, a process dump or a dropped file
    Sample, // CAPE's YARA rules on the sample itself
    Signature,
};

struct FamilyMention {
    FamilySource source{};
    std::string where; // a signature's name, a payload's process or hash, what a detection is based on; may be empty

    friend bool operator==(const FamilyMention&, const FamilyMention&) = default;
};

// A malware family that a report names, and every place where it does.
struct Family {
    std::string name; // as the best source writes it
    std::vector<FamilyMention> mentions; // the best first
};

// The families that a report names anywhere, the best founded first. Names that differ in case alone are one.
std::vector<Family> familiesOf(const Report& report);

// A mention in words, translated: "payload in explorer.exe (1852)".
QString describe(const FamilyMention& mention);

} // namespace core
