// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result/networkmap.h"

#include <vector>

namespace core {

class SandboxEvents;
class Section;

// The TCP and UDP part of "Network Activity".
namespace flowbuilder {

// "TCP/UDP Network Traffic", and a connection of the ontology and the SANDBOX body for each flow. Returns the rows of the
// table: flows that the ontology takes, each once.
std::vector<json::Object> addFlows(ConversionContext& context, const NetworkMap& network, SandboxEvents& events,
                                   Section& parent);

// "Non-HTTP Traffic Over HTTP Ports", of the rows of a network without HTTP requests.
void addTrafficOnHttpPorts(const std::vector<json::Object>& rows, Section& parent);

} // namespace flowbuilder

} // namespace core
