// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ioc/safelist.h"
#include "core/json/reader.h"
#include "core/report/report.h"
#include "core/result/conversioncontext.h"
#include "core/result/sandboxevents.h"
#include "core/result/section.h"

#include <string_view>

namespace test {

inline core::json::Value parsed(std::string_view text)
{
    return core::json::parse(text).value_or(core::json::Value());
}

// What a builder of the result needs, around a small report: an object with the report's sections.
struct ConversionFixture {
    explicit ConversionFixture(std::string_view sections, std::string_view safelistText = "{}")
        : report(partsOf(sections))
        , safelist(parsed(safelistText))
    {
        auto sandbox = std::make_shared<core::Sandbox>();
        sandbox->objectId = ontology.createObjectId("cape", "sandbox_x", "session");
        sandbox->startTime = "2024-01-01 00:00:00.000000";
        ontology.addSandbox(sandbox);
    }

    // A process of the ontology that ran in the first hour of the analysis.
    core::OntologyProcessPtr addProcess(std::int64_t pid, const std::string& image)
    {
        core::ProcessFields fields;
        fields.image = image;
        fields.pid = pid;
        fields.startTime = "2024-01-01 00:00:00.000000";
        fields.endTime = "2024-01-01 01:00:00.000000";
        auto process = ontology.createProcess(ontology.createObjectId(image, "process_x", "session"), fields);
        ontology.addProcess(process);
        return process;
    }

    static core::ReportParts partsOf(std::string_view sections)
    {
        core::ReportParts parts;
        parts.sections = parsed(sections).toObject();
        return parts;
    }

    core::Report report;
    core::ConversionOptions options;
    core::Safelist safelist;
    core::Ontology ontology;
    core::Warnings warnings;
    core::ConversionContext context{report, options, safelist, ontology, warnings, {}, {}, {}, {}};
    core::SandboxEvents events{parsed(R"({
        "sandbox_name": "CAPE", "sandbox_version": "2.4",
        "analysis_metadata": {"task_id": 1, "start_time": "2024-01-01 00:00:00.000000",
                              "end_time": "2024-01-01 01:00:00.000000", "routing": "none", "machine_metadata": null}
    })")
            .toObject()};
};

} // namespace test
