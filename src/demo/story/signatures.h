// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/story/plot.h"

namespace demo::story {

// A signature that hit, under the name and in the words of CAPE's own, and what it stands for in ATT&CK.
struct Signature {
    std::string name;
    std::string description;
    int severity;
    int weight;
    int confidence;
    std::vector<std::string> categories;
    std::vector<std::string> techniques;
    std::vector<std::string> families;
    core::json::Array marks;
};

// The twenty signatures of the story; the logs must be closed, for marks point at calls.
std::vector<Signature> makeSignatures(const std::vector<Process>& cast, const Names& names);

core::json::Array signaturesSection(const std::vector<Signature>& signatures);
core::json::Array ttpsSection(const std::vector<Signature>& signatures);

} // namespace demo::story
