// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <string>

namespace core::filetype {

// The bytes of a file by which its type is told: more do not count.
inline constexpr qsizetype BytesThatTell = 1 << 20;

// Assemblyline's name of a file's type, such as "executable/windows/pe64" or "text/plain"; "unknown" for what nothing
// recognises, "empty" for no bytes. `start` is the file's beginning, all of it where `complete`. Assemblyline also runs
// YARA rules and a model over what libmagic takes for plain text: here a few marks tell the script languages.
std::string identify(QByteArrayView start, bool complete);

} // namespace core::filetype
