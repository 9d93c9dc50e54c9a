// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/serverselection.h"
#include "core/submission/order.h"

#include <QStringList>

#include <chrono>
#include <expected>
#include <optional>

namespace cli {

inline constexpr std::string_view SubmitUsage
    = "submit PATH|URL|HASH... --server URL...|--profile NAME... [--token-env VAR]... [--ca FILE] [--pin SHA256]\n"
      "                [--param NAME=VALUE]... [--field NAME=VALUE]... [--preset NAME|FILE] [--config FILE] [--each]\n"
      "                [--upload-limit BYTES] [--allow-clear-token] [--dry-run] [--wait] [--timeout S] [--out DIR]";

// The words after `capewb submit`, understood.
struct SubmitArguments {
    QStringList inputs;
    QList<NamedServer> servers; // one, or a pool
    bool allowClearToken = false;
    core::submission::Parameters parameters;
    core::submission::PoolConfig config;
    core::json::Value serviceConfig; // the file that config came from: what it says of connections
    // CAPE's own fields, given by their names as parameters.
    std::vector<std::pair<std::string, std::string>> ownFields;
    core::submission::Order::Spread spread = core::submission::Order::Spread::OneHost;
    std::optional<qint64> uploadLimit; // bytes; otherwise the profile's
    std::optional<std::chrono::seconds> timeout; // for all of it
    bool wait = false;
    bool dryRun = false;
    QString out;

    // What a file may have at most, in bytes, for the server that takes the most.
    qint64 largestUpload() const;
};

// Gives the exit code where there is nothing to submit: help was asked for, or the words are wrong.
std::expected<SubmitArguments, int> readSubmitArguments(const QStringList& words);

} // namespace cli
