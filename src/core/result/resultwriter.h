// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"
#include "core/result/analysisresult.h"

namespace core {

// The result as JSON, in the two shapes that Assemblyline knows.
class ResultWriter {
public:
    // What Assemblyline stores: {"result": {"score", "sections"}}, heuristics with names, ATT&CK patterns and
    // signatures.
    static json::Value storedResult(const AnalysisResult& result);
    // What the service hands over: "result" with heuristics by id, and "response" with the files.
    static json::Value serviceResult(const AnalysisResult& result);

    // The same, written piece by piece as JSON text: a result may be far larger than what it was made of. False as soon
    // as the sink takes no more.
    static bool writeStored(const AnalysisResult& result, const json::Sink& sink);
    static bool writeService(const AnalysisResult& result, const json::Sink& sink);

    // A heuristic in the stored shape.
    static json::Object storedHeuristic(const Heuristic& heuristic);
    // Tags as nested objects: {"network": {"dynamic": {"ip": [...]}}}.
    static json::Object nestedTags(const Tags& tags);
};

} // namespace core
