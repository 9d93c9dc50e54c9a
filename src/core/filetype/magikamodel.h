// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/filetype/content.h"
#include "core/filetype/onnxruntime.h"
#include "core/json/value.h"

#include <QString>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace core::filetype {

// Google's Magika (https://github.com/google/magika): tells what a file is by 1 KiB of its beginning and of its end.
// Features, thresholds and what stands for a doubtful answer are as its Python package has them.
class MagikaModel {
public:
    // The names of the files that a folder of the classifier has, as in the package.
    static QStringList fileNames();
    // Errors: CannotRead, BadJson, BadInput (another kind of model), Unsupported (no ONNX Runtime).
    static Result<std::unique_ptr<MagikaModel>> open(const QString& folder);

    // The MIME type of a file with bytes in it. Errors: BadInput.
    Result<std::string> mimeOf(Content& content) const;

private:
    struct Kind {
        std::string mime;
        bool isText = false;
    };

    MagikaModel() = default;
    Result<void> readSettings(const json::Value& settings);
    Result<void> readKinds(const json::Value& kinds);
    std::vector<std::int32_t> features(Content& content) const;
    std::string mimeOfFewBytes(Content& content) const;
    std::string labelFor(const std::string& guess, double score) const;
    std::string mimeOfLabel(const std::string& label) const;

    std::int64_t m_begin = 0;
    std::int64_t m_end = 0;
    std::int64_t m_block = 0;
    std::int64_t m_least = 0; // bytes by which anything can be told
    std::int32_t m_padding = 0;
    double m_threshold = 0;
    std::vector<std::string> m_labels;
    std::map<std::string, double> m_thresholds;
    std::map<std::string, std::string> m_replaced;
    std::map<std::string, Kind> m_kinds;
    std::unique_ptr<OnnxModel> m_model;
};

} // namespace core::filetype
