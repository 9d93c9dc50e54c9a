// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result/networkmap.h"

namespace core {

class SandboxEvents;
class Section;

// The TCP and UDP part of "Network Activity".
namespace flowbuilder {

// "TCP/UDP Network Traffic", and a connection of the ontology and the SANDBOX body for each flow. The rows of the table
// are the flows that the ontology takes, each once.
void addFlows(ConversionContext& context, const NetworkMap& network, SandboxEvents& events, Section& parent);

// "Non-HTTP Traffic Over HTTP Ports", for a network without HTTP requests: of the rows that addFlows gave the parent.
void addTrafficOnHttpPorts(Section& parent);

} // namespace flowbuilder

} // namespace core
