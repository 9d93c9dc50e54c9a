// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/submission/taskfields.h"

#include <QStringList>

#include <optional>
#include <stop_token>

namespace ui {

// A file or link that is to be submitted, and what stands against it.
struct Sample {
    enum class Problem { None, JunkName, Report, Refused, TooLarge };

    QString path; // or the link
    bool isUrl = false;
    bool isInspected = true; // otherwise nobody has looked at the file yet
    qint64 size = 0; // bytes
    QString sha256; // empty for a link and before the look
    core::submission::FileFacts facts; // what the planner is told: name, Assemblyline's type, a DLL's exports
    bool withoutClassifier = false; // the type was told by rules alone
    std::optional<QStringList> chosenExports; // otherwise as the service chooses
    Problem problem = Problem::None;
    bool isSendable = true; // otherwise the server would refuse it
    QString words; // what the problem is and what to do, translated; empty without one

    bool isReady() const { return isInspected && isSendable; }
    bool isDll() const { return facts.type.contains("dll"); }
};

Sample sampleOfUrl(const QString& url);
// A file that is still to be looked at.
Sample sampleOfFile(const QString& path);

// Looks at a file: its type, a DLL's exports, whether CAPE can run it, its name against the server's junk filter. Reads
// the whole file, so not in the window's thread.
Sample inspectSample(const QString& path, qint64 uploadLimit, const std::stop_token& stop = {});

// The sample where the server takes files up to so many bytes; one that was too large must be looked at again.
Sample underLimit(Sample sample, qint64 uploadLimit);

} // namespace ui
