// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result/networkmap.h"

namespace core {

class SandboxEvents;
class Section;

// The DNS part of "Network Activity".
namespace dnsbuilder {

// DNS servers that do not belong to the simulated network.
void addServers(const ConversionContext& context, const NetworkMap& network, Section& parent);
// "Protocol: DNS": the answers, and the unusual kinds of queries.
void addTable(const ConversionContext& context, const NetworkMap& network, Section& parent);
// A connection of the ontology and the SANDBOX body for each query.
void addConnections(ConversionContext& context, const NetworkMap& network, SandboxEvents& events);

} // namespace dnsbuilder

} // namespace core
