// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandline.h"
#include "net/profile.h"

#include <QList>

#include <expected>
#include <optional>

namespace cli {

// A server that was named on the command line, and where its token comes from.
struct NamedServer {
    net::Profile profile;
    bool isSaved = false; // a profile of the window's, with its own settings
    std::optional<QString> token; // given by --token-env, or known to be none (empty); nothing: the keychain has it
};

// The options by which a command is told its servers: --profile, --token-env, --ca, --pin, --allow-clear-token.
void addServerOptions(CommandLine& line);

// The servers of these addresses, then the saved ones of --profile, with their tokens. The error says what is wrong
// with the words; it never holds a token.
std::expected<QList<NamedServer>, QString> readServers(const CommandLine& line, const QStringList& addresses);

// The one server that a command is about, in the words that are left beside the options or by --profile.
std::expected<NamedServer, QString> readServer(const CommandLine& line);

// --allow-clear-token
bool allowsClearToken(const CommandLine& line);

} // namespace cli
