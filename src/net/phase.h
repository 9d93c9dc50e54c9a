// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace net {

// Where a submission stands, in the order in which it gets there. Failed and Cancelled end it early.
enum class Phase {
    Hashing, // copied to the sample store and hashed
    Searching, // asked for by its sha256
    Uploading,
    Pending, // accepted by the server, from here on as the server says
    Running,
    Completed, // analysed; the server is still writing the report
    Reported, // the report can be fetched
    Downloading,
    Parsing, // the report is here; whoever parses it says when it is ready
    Ready,
    Failed,
    Cancelled,
};

// The steps of the phase strip.
inline constexpr std::array PhaseSteps = {Phase::Hashing, Phase::Searching, Phase::Uploading, Phase::Pending,
    Phase::Running, Phase::Completed, Phase::Reported, Phase::Downloading, Phase::Parsing, Phase::Ready};

// The stable name that is stored ("hashing", …), and back.
QString phaseKey(Phase phase);
std::optional<Phase> phaseFromKey(QStringView key);
// The phase of a task whose state the server gives by this word; nothing for one that ended without a report.
std::optional<Phase> phaseOfStatus(QStringView status);
// The translated name.
QString phaseName(Phase phase);

// Nothing more happens by itself.
constexpr bool isFinal(Phase phase)
{
    return phase == Phase::Ready || phase == Phase::Failed || phase == Phase::Cancelled;
}

// The server works on it, and the workbench only asks from time to time.
constexpr bool isPolled(Phase phase)
{
    return phase == Phase::Pending || phase == Phase::Running || phase == Phase::Completed;
}

} // namespace net
