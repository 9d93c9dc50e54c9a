// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result/followup.h"

#include <algorithm>

namespace core {

namespace {

// The signatures whose samples behave differently after a reboot.
constexpr std::string_view RebootSignatures[] = {"persistence_autorun", "creates_service"};
// CAPE's words for a machine whose agent it could not talk to.
constexpr std::string_view GuestUnreachable = "wasn't able to connect to the Guest";

bool asksForReboot(const Section& signature)
{
    return std::ranges::any_of(
        RebootSignatures, [&](std::string_view name) { return signature.title().contains(name); });
}

bool saysUnreachable(const Section& section)
{
    const json::Value body = section.bodyText();
    return section.title() == "Analysis Errors" && body.isString() && body.toString().contains(GuestUnreachable);
}

} // namespace

FollowUp followUpOf(const AnalysisResult& result)
{
    FollowUp followUp;
    for (const Section& analysis : result.sections) {
        for (const Section& section : analysis.subsections()) {
            followUp.submitAgain = followUp.submitAgain || saysUnreachable(section);
            const bool raised
                = section.title() == "Signatures" && std::ranges::any_of(section.subsections(), asksForReboot);
            followUp.reboot = followUp.reboot || raised;
        }
    }
    return followUp;
}

} // namespace core
