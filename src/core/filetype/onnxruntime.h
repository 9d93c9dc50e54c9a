// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArrayView>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace core::filetype {

// A learned model, run by ONNX Runtime on one thread. The library is looked for when the first model is opened: nothing
// links to it. run() may be called by any number of threads.
class OnnxModel {
public:
    virtual ~OnnxModel() = default;

    // `model` is an ONNX file with one input and one output of these names. Errors: Unsupported (no ONNX Runtime, or
    // the program was built without its header), BadInput (not a model that it can run).
    static Result<std::unique_ptr<OnnxModel>> open(QByteArrayView model, const char* input, const char* output);

    // The output for one row of input. Errors: BadInput.
    virtual Result<std::vector<float>> run(std::span<const std::int32_t> row) const = 0;
};

} // namespace core::filetype
