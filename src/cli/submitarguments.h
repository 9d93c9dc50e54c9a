// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/submission/order.h"

#include <QList>
#include <QStringList>
#include <QUrl>

namespace cli {

// A server to submit to, and its token (empty: none).
struct SubmitServer {
    QUrl url;
    QString token;
};

// The words after `capewb submit`, understood.
struct SubmitArguments {
    QStringList inputs;
    QList<SubmitServer> servers; // one, or a pool
    core::submission::Parameters parameters;
    core::submission::PoolConfig config;
    core::json::Value serviceConfig; // the file that config came from: what it says of connections
    // CAPE's own fields, given by their names as parameters.
    std::vector<std::pair<std::string, std::string>> ownFields;
    core::submission::Order::Spread spread = core::submission::Order::Spread::OneHost;
    qint64 uploadLimit = 0; // bytes
    bool wait = false;
    bool dryRun = false;
    QString out;
};

// Errors: BadInput for wrong usage (`detail` is empty), and for a value that must not be sent (`detail` is not).
core::Result<SubmitArguments> readSubmitArguments(const QStringList& words);

} // namespace cli
