// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result/conversionoptions.h"

#include <QDateTime>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace core {

// What an indicator is. Each has its own way into STIX and MISP (stixwriter.cpp, mispwriter.cpp).
enum class IndicatorKind {
    Ip,
    Domain,
    Url,
    Email,
    Md5,
    Sha1,
    Sha256,
    FilePath,
    RegistryKey,
    Mutex,
    CommandLine,
    UserAgent,
};
inline constexpr std::size_t IndicatorKindCount = 12;

// The word for it in every format: "ip", "command-line".
std::string_view nameOf(IndicatorKind kind);

// Something of the analysis that can be looked for elsewhere.
struct Indicator {
    IndicatorKind kind;
    std::string value;
    int score = 0; // the highest heuristic score among the sections that name it, or their parents
    std::vector<std::string> sources; // titles of those sections, or what a file is
};

// A technique of MITRE ATT&CK that the analysis raised.
struct SeenTechnique {
    std::string id; // "T1055.012"
    std::string name; // empty where it is unknown
    int score = 0; // the highest among its heuristics
    std::vector<std::string> heuristics; // by name
};

// Everything worth sharing of one analysis: what `capewb ioc` writes.
struct IndicatorSet {
    SampleInfo sample;
    std::int64_t score = 0;
    QDateTime analysed; // UTC; not valid where the report has no time
    std::vector<std::string> families; // as the service names them
    std::vector<Indicator> indicators; // by kind, then by falling score, each value once
    std::vector<SeenTechnique> techniques; // by id
};

} // namespace core
