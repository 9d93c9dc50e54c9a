// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result/signaturemap.h"

#include <optional>

namespace core {

struct ConversionContext;
class ProcessMap;
class SandboxEvents;
class Section;

// The signatures that were raised, in the result and the ontology.
namespace signaturesbuilder {

// Adds the signatures to the ontology and to `events`, and gives the section "Signatures"; nothing where none was
// raised.
std::optional<Section> buildSignatures(ConversionContext& context, const std::vector<MappedSignature>& signatures,
    const ProcessMap& processes, SandboxEvents& events);

} // namespace signaturesbuilder

} // namespace core
