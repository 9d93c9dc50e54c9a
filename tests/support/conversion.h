// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ioc/safelist.h"
#include "core/json/reader.h"
#include "core/report/report.h"
#include "core/report/reportparser.h"
#include "core/result/conversioncontext.h"

#include <QByteArray>

#include <memory>
#include <string_view>

namespace test {

// A report made of a few lines of JSON, with all that a builder of the result needs around it.
class Conversion {
public:
    explicit Conversion(std::string_view json, core::Safelist entries = core::Safelist())
        : report(core::ReportParser::parse(QByteArray(json.data(), qsizetype(json.size()))).value())
        , safelist(std::move(entries))
    {
    }

    core::ReportPtr report;
    core::ConversionOptions options;
    core::Safelist safelist;
    core::Ontology ontology;
    core::Warnings warnings;
    core::ConversionContext context{
        .report = *report,
        .options = options,
        .safelist = safelist,
        .ontology = ontology,
        .warnings = warnings,
        .stop = {},
        .safeTreeIds = {},
        .machine = {},
        .taskFolder = {},
    };

    // Whether a warning names the field.
    bool warnsOf(const QString& field) const { return !warnings.list().filter(field).isEmpty(); }
};

// JSON written in a test.
inline core::json::Value value(std::string_view json)
{
    return core::json::parse(json).value();
}
inline core::Safelist safelist(std::string_view json)
{
    return core::Safelist(value(json));
}

} // namespace test
