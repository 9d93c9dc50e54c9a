// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result/networkmap.h"

#include <optional>

namespace core {

class SandboxEvents;
class Section;

// What was seen on the network, in the result and the ontology.
namespace networkbuilder {

// Makes the ontology's network connections, adds them to `events`, and gives the section "Network Activity"; nothing
// where there is nothing to show.
std::optional<Section> buildNetwork(
    ConversionContext& context, const NetworkMap& network, const ProcessMap& processes, SandboxEvents& events);

} // namespace networkbuilder

} // namespace core
