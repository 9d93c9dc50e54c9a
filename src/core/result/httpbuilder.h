// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result/networkmap.h"

namespace core {

class SandboxEvents;
class Section;

// The HTTP part of "Network Activity".
namespace httpbuilder {

// "Protocol: HTTP/HTTPS" with what is remarkable about the requests, and their details in the ontology and the SANDBOX
// body.
void addRequests(ConversionContext& context, const NetworkMap& network, SandboxEvents& events, Section& parent);

} // namespace httpbuilder

} // namespace core
