// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace core {

// A file as CAPE describes it: the target, a payload.
struct FileInfo {
    std::string name;
    std::string path;
    std::vector<std::string> guestPaths;
    std::optional<std::int64_t> size; // bytes
    std::string type;
    std::string crc32;
    std::string md5;
    std::string sha1;
    std::string sha256;
    std::string sha512;
    std::string sha3;
    std::string ssdeep;
    std::string tlsh;
    std::vector<std::string> yara; // rule names
    std::vector<std::string> capeYara;
    std::vector<std::string> families; // that CAPE recognises in it
    std::vector<std::string> clamav;
};

// The report's "target": what was analysed.
struct Target {
    std::string category;
    std::string url; // for category "url"
    FileInfo file;
};

// An item of CAPE's "payloads": a dump, an unpacked image, shellcode.
struct Payload {
    FileInfo file;
    std::optional<std::int64_t> pid;
    std::string processName;
    std::string processPath;
    std::string modulePath;
    std::string capeType;
    std::optional<std::int64_t> capeTypeCode;
    std::optional<std::int64_t> targetPid; // of the process that it was injected into
    std::string virtualAddress;
};

// An extracted malware configuration: CAPE's "configs", one family each.
struct MalwareConfig {
    std::string family;
    json::Value values;
};

} // namespace core
