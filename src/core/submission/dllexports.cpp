// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/submission/dllexports.h"

#include "core/submission/namesimilarity.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace core::submission {

namespace {

const std::vector<std::string> wellKnownExports{"DllMain", "DllRegisterServer"};

// The comparison of all with all is only worth its time up to here.
constexpr std::int64_t comparableExports = 300;

// Adds available[from:to] as Python reads it, in whose slices the service reckons: a negative place counts from the
// end, and -0 is the beginning.
void addSlice(std::vector<std::string>& chosen, const std::vector<std::string>& available, std::int64_t from,
    std::int64_t to)
{
    const auto place = [size = std::int64_t(std::ssize(available))](std::int64_t index) {
        return std::clamp<std::int64_t>(index < 0 ? index + size : index, 0, size);
    };
    for (std::int64_t i = place(from); i < place(to); ++i) {
        chosen.push_back(available[std::size_t(i)]);
    }
}

void addLeastCommon(std::vector<std::string>& chosen, const std::vector<std::string>& available, std::int64_t most)
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
        if (std::ssize(chosen) >= most) {
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

std::vector<std::string> chooseDllExports(const std::vector<std::string>& available, std::int64_t most)
{
    const std::int64_t all = std::ssize(available);
    if (all <= most) {
        return available;
    }
    // In floating point, as the service reckons: a tenth of 30 is a little more than 3.
    const auto tenth = std::int64_t(std::ceil(double(most) * 0.1));
    std::vector<std::string> chosen = wellKnownExports;
    addSlice(chosen, available, 0, tenth);
    addSlice(chosen, available, -tenth, all);
    if (all <= comparableExports) {
        addLeastCommon(chosen, available, most);
    } else {
        addSlice(chosen, available, tenth, tenth + most - std::ssize(chosen));
    }
    return chosen;
}

} // namespace core::submission
