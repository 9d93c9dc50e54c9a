// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/story/cast.h"

#include "core/json/value.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace demo::story {

// A file that the analysis took from the guest. Its bytes are harmless: headers and text.
struct Artifact {
    std::string folder; // of the report ZIP: "files", "CAPE", "procdump", "selfextracted"
    QByteArray bytes;
    std::string guestPath; // empty for memory
    std::optional<Role> process; // it was taken from
    std::string capeType; // of a payload
    int capeTypeCode = 0;
    std::string yara; // the rule of CAPE's that hit; empty: none
};

// The loader as PowerShell fetches it.
QByteArray loaderBytes();
std::vector<Artifact> makeArtifacts(const Names& names);

// The record of a file as CAPE's reports have it everywhere.
core::json::Object fileRecord(
    const QByteArray& bytes, const std::string& name, const std::string& path, const core::json::Value& guestPaths);
// The same of a sample that is known by its hashes only.
core::json::Object fileRecord(
    const Sample& sample, const std::string& name, const std::string& path, const core::json::Value& guestPaths);

std::string sha256(const QByteArray& bytes);
// The rule names that hit, as the `yara` and `cape_yara` lists have them.
core::json::Array yaraHits(const std::string& rule);

} // namespace demo::story
