// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"
#include "core/result/analysisresult.h"

#include <QString>

#include <vector>

namespace core::bundle {

// Which Assemblyline the bundle is for: 4.7 brought the SANDBOX body.
enum class Target { Current, BeforeSandboxBody };

// A value that an import would refuse as a tag, and why.
struct LeftOut {
    QString what;
    QString why;
};

// The stored sections of a result as an import takes them, and what had to be left out of the tags.
struct Importable {
    json::Array sections; // flat, in tree order, each with its depth
    std::int64_t score = 0;
    std::vector<LeftOut> leftOut;
};

// Checks every tag, title and body. A tag's value that would be refused stays readable: where its section's body does
// not show it, a section below lists it.
Importable importable(const AnalysisResult& result, Target target);

} // namespace core::bundle
