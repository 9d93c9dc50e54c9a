// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/json/value.h"

#include <QIODevice>

#include <string>

namespace core::bundle {

// What Assemblyline's file index asks of a file: hashes, entropy (bits a byte, 0 to 8), the first 64 bytes as hex and
// as ASCII, libmagic's words. `type` is Assemblyline's name where it is known already; an empty one is found out.
// Errors: CannotRead.
Result<json::Object> fileInfo(QIODevice& file, const std::string& type, const std::string& classification);

// What is known of a sample without its bytes.
struct KnownFile {
    std::string sha256; // 64 hexadecimal digits
    std::string md5;
    std::string sha1;
    std::string ssdeep;
    std::string tlsh;
    std::string magic;
    std::string type;
    std::int64_t size = 0;
};

// The same for a file whose bytes are not there: what is not known has the neutral value that the index accepts.
json::Object knownFileInfo(const KnownFile& file, const std::string& classification);

} // namespace core::bundle
