// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bundle/fileinfo.h"
#include "core/bundle/importable.h"
#include "core/error.h"
#include "core/result/analysisresult.h"

#include <QDateTime>
#include <QIODevice>
#include <QString>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace core::bundle {

// Opens the sample's bytes for reading, from wherever they rest. Called more than once, in any thread.
using OpenSample = std::function<Result<std::unique_ptr<QIODevice>>()>;
// Those of a file.
OpenSample sampleFile(const QString& path);

// What a bundle says beside the result, as its destination asks for it.
struct Options {
    std::string classification{DefaultClassification};
    std::string submitter{"cape-workbench"};
    std::string description; // empty: one made from the sample's name
    Target target = Target::Current;
    OpenSample openSample; // the sample's bytes go along where given
    KnownFile sample; // what the report says of the sample; its sha256 decides where the result says none
    QDateTime submitted; // when the analysis began and ended; not valid: now
    QDateTime completed;
};

// What was written.
struct Written {
    std::string sid;
    std::string resultKey;
    int files = 0; // with their bytes in the bundle
    std::int64_t score = 0; // as the submission names it
    std::int64_t fileCount = 0; // likewise, the sample's included
    std::vector<LeftOut> leftOut;
};

// Writes the result as an Assemblyline bundle (CaRT of a gzipped tar) that its importer takes: everything is checked
// before a byte is written, because an import that is refused leaves half a submission behind, and the sid is a fresh
// one each time for the same reason. Errors: BadInput (no sample that a result could belong to), CannotRead,
// CannotWrite.
Result<Written> write(const AnalysisResult& result, const Options& options, const QString& path);

} // namespace core::bundle
