// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/poolchoice.h"

#include <QRandomGenerator>

#include <algorithm>
#include <optional>

namespace core::submission {

namespace {

std::optional<std::int64_t> burden(const Host& host, bool preferAvailableMachines)
{
    if (!preferAvailableMachines) {
        return host.pending;
    }
    return host.available ? std::optional(-*host.available) : std::nullopt;
}

} // namespace

RandomIndex systemRandom()
{
    return [](std::size_t count) { return std::size_t(QRandomGenerator::global()->bounded(quint64(count))); };
}

std::vector<const Host*> leastBusy(const std::vector<const Host*>& hosts, bool preferAvailableMachines)
{
    std::optional<std::int64_t> least;
    for (const Host* host : hosts) {
        const auto own = burden(*host, preferAvailableMachines);
        if (own && (!least || *own < *least)) {
            least = own;
        }
    }
    std::vector<const Host*> chosen;
    std::ranges::copy_if(hosts, std::back_inserter(chosen),
        [&](const Host* host) { return burden(*host, preferAvailableMachines) == least; });
    return chosen;
}

PoolChoice::PoolChoice(std::vector<Host> hosts, bool preferAvailableMachines, RandomIndex random)
    : m_hosts(std::move(hosts))
    , m_preferAvailableMachines(preferAvailableMachines)
    , m_random(std::move(random))
{
}

std::vector<std::string> PoolChoice::chooseInOrder(std::vector<std::string> hosts)
{
    std::vector<std::string> order;
    for (std::string ip = pick(hosts); !ip.empty(); ip = pick(hosts)) {
        std::erase(hosts, ip);
        order.push_back(std::move(ip));
    }
    if (!order.empty()) {
        occupy(order.front());
    }
    return order;
}

std::string PoolChoice::pick(const std::vector<std::string>& eligible) const
{
    std::vector<const Host*> hosts;
    for (const Host& host : m_hosts) {
        if (std::ranges::contains(eligible, host.ip)) {
            hosts.push_back(&host);
        }
    }
    const auto equals = leastBusy(hosts, m_preferAvailableMachines);
    return equals.empty() ? std::string() : equals[std::min(m_random(equals.size()), equals.size() - 1)]->ip;
}

void PoolChoice::occupy(const std::string& ip)
{
    const auto host = std::ranges::find(m_hosts, ip, &Host::ip);
    if (host == m_hosts.end()) {
        return;
    }
    if (host->pending) {
        ++*host->pending;
    }
    if (host->available && *host->available > 0) {
        --*host->available;
    }
}

} // namespace core::submission
