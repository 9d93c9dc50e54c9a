// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/submission/check.h"
#include "core/submission/planner.h"

#include <string>
#include <utility>
#include <vector>

namespace core::submission {

// One thing that is to be submitted, as the window and the command line ask for it: a case, which may leave open what a
// real pool leaves open, and CAPE's own fields.
struct Order {
    // One of the hosts, chosen as the service does, or each of them.
    enum class Spread { OneHost, EachHost };

    Case input;
    Spread spread = Spread::OneHost;
    // CAPE's own form fields, sent as they are in the place of what is planned.
    std::vector<std::pair<std::string, std::string>> ownFields;
};

// What will be sent where, and what stands against it.
struct OrderPlan {
    Plan plan; // without tasks where something is refused
    std::vector<Problem> problems;

    bool canBeSent() const { return !plan.tasks.empty() && !isRefused(problems); }
};

// Checks the order and plans it with the planner that `capewb plan` prints.
OrderPlan planOrder(const Order& order);

// The case with its gaps filled, as planOrder() plans it. Where no images are set up for the pool, "auto" leaves the
// choice of a machine to the server and a named image is allowed; a host whose machines are not known is taken to have
// what is asked for, and one that the route does not lead out of is left out.
Case completed(Case input);

} // namespace core::submission
