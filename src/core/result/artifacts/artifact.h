// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result/artifacts/artifactstore.h"

#include <QByteArray>

#include <functional>
#include <string>

namespace core {

// A file that an analysis left, before it is settled whether and how the result carries it.
struct Artifact {
    std::string name;
    std::string description;
    bool toBeExtracted = true; // otherwise supplementary
    StoredFile file;
};

// Makes a small picture (at most 128 pixels a side) of a screenshot's bytes; empty bytes for what is no picture.
using Thumbnailer = std::function<QByteArray(const QByteArray& picture)>;

} // namespace core
