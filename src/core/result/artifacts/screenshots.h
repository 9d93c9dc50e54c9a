// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result/analysisresult.h"
#include "core/result/artifacts/artifact.h"

#include <optional>
#include <string>
#include <unordered_set>

namespace core {

// The screenshots of an analysis: each picture once, with a thumbnail, as a section whose images are supplementary
// files of the result. Without a thumbnailer the picture is its own thumbnail.
class Screenshots {
public:
    Screenshots(AnalysisResult& result, const Thumbnailer& thumbnailer)
        : m_result(result)
        , m_thumbnailer(thumbnailer)
    {
    }

    void add(const std::string& name, const std::string& description, const StoredFile& file);
    // The section; nothing without pictures.
    std::optional<Section> section(const std::string& taskId) const;

private:
    json::Object attach(std::string name, std::string description, const StoredFile& file);

    AnalysisResult& m_result;
    const Thumbnailer& m_thumbnailer;
    std::unordered_set<std::string> m_known; // by sha256
    json::Array m_images;
};

} // namespace core
