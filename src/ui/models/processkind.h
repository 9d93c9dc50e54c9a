// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace ui {

// What sort of program a process is, for its icon.
enum class ProcessKind {
    Application, // nothing special is known of it
    Sample, // what was submitted
    Injected, // another process changed its memory or threads
    Browser,
    Document, // office programs and viewers of documents
    Script, // hosts of scripts and of byte code
    Shell,
    Service,
    System, // parts of Windows that run in every session
    Tool, // small programs of Windows that samples like to call
};

// By the file name of the image, without regard to case; Application for one that is not known.
ProcessKind processKindOf(std::string_view imageName);

QStringView iconName(ProcessKind kind);
QString kindText(ProcessKind kind); // translated: "document program"

} // namespace ui
