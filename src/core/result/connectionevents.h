// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"
#include "core/result/ontology/objects.h"

#include <optional>
#include <string>
#include <vector>

namespace core {

class Ontology;
class SandboxEvents;
struct ConversionContext;

// What the network builders share: connections of the ontology and their events of the SANDBOX body.
namespace connectionevents {

// The id of a connection, by what makes it this one (networkOid) and when it was seen.
ObjectIdPtr createObjectId(const ConversionContext& context, const json::Object& identity,
    std::optional<std::string> guid, const json::Value& timeObserved = {});

// Gives a connection without a process the one with the pid; otherwise fills what the process lacks.
void settleProcess(Ontology& ontology, NetworkConnection& connection, const json::Value& pid, const json::Value& image);

// The connection as an event, less its object id.
json::Object eventOf(const NetworkConnection& connection, const std::vector<std::string>& sources);
void add(SandboxEvents& events, const NetworkConnection& connection, const std::vector<std::string>& sources);

} // namespace connectionevents

} // namespace core
