// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result/conversionoptions.h"
#include "core/result/ontology/ontology.h"
#include "core/result/warnings.h"

#include <QString>

#include <optional>
#include <stop_token>
#include <string>
#include <unordered_set>

namespace core {

class Report;
class Safelist;

// What every builder of the result works with. The references outlive the conversion; one thread uses it.
struct ConversionContext {
    const Report& report;
    const ConversionOptions& options;
    const Safelist& safelist;
    Ontology& ontology;
    Warnings& warnings;
    std::stop_token stop;
    // Tree ids of harmless process trees: the service's and those of the options.
    std::unordered_set<std::string> safeTreeIds;
    // The machine the analysis ran on, where known.
    std::optional<MachineInfo> machine;
    // The folder of the analysis, in whose ETW folder the event traces lie; empty where there is none.
    QString taskFolder;
};

} // namespace core
