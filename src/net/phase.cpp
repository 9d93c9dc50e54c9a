// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/phase.h"

#include <QCoreApplication>

namespace net {

namespace {

struct PhaseText {
    Phase phase;
    const char* key;
    const char* name;
};

constexpr PhaseText Texts[] = {
    {Phase::Hashing, "hashing", QT_TRANSLATE_NOOP("Phase", "hashing")},
    {Phase::Searching, "searching", QT_TRANSLATE_NOOP("Phase", "searching")},
    {Phase::Uploading, "uploading", QT_TRANSLATE_NOOP("Phase", "uploading")},
    {Phase::Pending, "pending", QT_TRANSLATE_NOOP("Phase", "pending")},
    {Phase::Running, "running", QT_TRANSLATE_NOOP("Phase", "running")},
    {Phase::Completed, "completed", QT_TRANSLATE_NOOP("Phase", "completed")},
    {Phase::Reported, "reported", QT_TRANSLATE_NOOP("Phase", "reported")},
    {Phase::Downloading, "downloading", QT_TRANSLATE_NOOP("Phase", "downloading")},
    {Phase::Parsing, "parsing", QT_TRANSLATE_NOOP("Phase", "parsing")},
    {Phase::Ready, "ready", QT_TRANSLATE_NOOP("Phase", "ready")},
    {Phase::Failed, "failed", QT_TRANSLATE_NOOP("Phase", "failed")},
    {Phase::Cancelled, "cancelled", QT_TRANSLATE_NOOP("Phase", "cancelled")},
};

const PhaseText& textOf(Phase phase)
{
    return *std::ranges::find(Texts, phase, &PhaseText::phase);
}

} // namespace

QString phaseKey(Phase phase)
{
    return QString::fromLatin1(textOf(phase).key);
}

std::optional<Phase> phaseFromKey(QStringView key)
{
    for (const PhaseText& text : Texts) {
        if (key == QLatin1StringView(text.key)) {
            return text.phase;
        }
    }
    return std::nullopt;
}

std::optional<Phase> phaseOfStatus(QStringView status)
{
    if (status == QLatin1StringView("distributed")) {
        return Phase::Running; // on a worker of the server
    }
    if (status == QLatin1StringView("distributed_completed")) {
        return Phase::Completed; // there as well, and the report is still to be brought from it
    }
    const auto phase = phaseFromKey(status);
    return phase && (isPolled(*phase) || *phase == Phase::Reported) ? phase : std::nullopt;
}

QString phaseName(Phase phase)
{
    return QCoreApplication::translate("Phase", textOf(phase).name);
}

} // namespace net
