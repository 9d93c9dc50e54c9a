// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace core::submission {

// The name under which a file is sent, as the service makes it: the path's last part, a MIME-encoded name decoded, what
// Windows forbids removed, leading blanks of a name that starts with a space removed. A MIME-encoded name that cannot
// be decoded becomes a random one.
std::string cleanFileName(std::string_view name);

// A name with the extension that CAPE needs for the file's type.
struct NamedFile {
    std::string name;
    std::string extension; // with its dot, for instance ".dll"
};

// The extension of Assemblyline's file type, or else the name's own where CAPE supports it; nothing for a file that
// cannot be run.
std::optional<NamedFile> assignExtension(std::string_view name, std::string_view fileType);

} // namespace core::submission
