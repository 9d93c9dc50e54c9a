// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/dllexports.h"

#include "core/submission/namesimilarity.h"

#include <algorithm>
#include <cmath>

namespace core::submission {

namespace {

const std::vector<std::string> wellKnownExports{"DllMain", "DllRegisterServer"};

// The comparison of all with all is only worth its time up to here.
constexpr std::size_t comparableExports = 300;

void addLeastCommon(std::vector<std::string>& chosen, const std::vector<std::string>& available, std::size_t most)
{
    struct Scored {
        double likeness;
        std::string name;
        auto operator<=>(const Scored&) const = default;
    };
    const NameSimilarity similarity(available);
    std::vector<Scored> scored;
    for (const std::string& name : available) {
        if (!name.empty()) {
            scored.push_back({similarity.meanLikeness(name), name});
        }
    }
    std::ranges::sort(scored);
    for (const Scored& candidate : scored) {
        if (chosen.size() >= most) {
            return;
        }
        if (!std::ranges::contains(chosen, candidate.name)) {
            chosen.push_back(candidate.name);
        }
    }
}

} // namespace

std::vector<std::string> offeredDllExports(std::vector<std::string> ownExports)
{
    return ownExports.empty() ? wellKnownExports : std::move(ownExports);
}

std::vector<std::string> chooseDllExports(const std::vector<std::string>& available, std::size_t most)
{
    if (available.size() <= most) {
        return available;
    }
    // In floating point, as the service reckons: a tenth of 30 is a little more than 3.
    const std::size_t tenth = std::min(std::size_t(std::ceil(double(most) * 0.1)), available.size());
    std::vector<std::string> chosen = wellKnownExports;
    chosen.insert(chosen.end(), available.begin(), available.begin() + std::ptrdiff_t(tenth));
    // A tenth of none is none at the front, but Python's list[-0:] is the whole list.
    const auto lastTenth = tenth == 0 ? available.begin() : available.end() - std::ptrdiff_t(tenth);
    chosen.insert(chosen.end(), lastTenth, available.end());
    if (available.size() <= comparableExports) {
        addLeastCommon(chosen, available, most);
        return chosen;
    }
    const std::size_t rest = most > chosen.size() ? most - chosen.size() : 0;
    const auto from = available.begin() + std::ptrdiff_t(tenth);
    chosen.insert(chosen.end(), from, from + std::ptrdiff_t(std::min(rest, available.size() - tenth)));
    return chosen;
}

} // namespace core::submission
