// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/submission/hostconfig.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace core::submission {

// A number below `count`, each as likely as the others.
using RandomIndex = std::function<std::size_t(std::size_t count)>;

// Chances as good as the system's.
RandomIndex systemRandom();

// The hosts with the shortest queue or, as the pool prefers, the most machines free; in their order. A host whose
// figures are not known counts only where none is known, as the service passes over one that does not answer.
std::vector<const Host*> leastBusy(const std::vector<const Host*>& hosts, bool preferAvailableMachines);

// Shares tasks out to the hosts of a pool, one after the other: each goes to the least busy of those that may have it,
// by chance among equals, and makes that one busier for the next.
class PoolChoice {
public:
    PoolChoice(std::vector<Host> hosts, bool preferAvailableMachines, RandomIndex random);

    // The hosts so named, as far as there are such, in the order in which they are asked while those before do not
    // answer. Only the first gets busier.
    std::vector<std::string> chooseInOrder(std::vector<std::string> hosts);

private:
    std::string pick(const std::vector<std::string>& eligible) const;
    void occupy(const std::string& ip);

    std::vector<Host> m_hosts;
    bool m_preferAvailableMachines;
    RandomIndex m_random;
};

} // namespace core::submission
