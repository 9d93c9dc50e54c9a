// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/serversecrets.h"

#include "cli/commands.h"
#include "cli/tokencheck.h"

#include <QCoreApplication>

namespace cli {

std::expected<net::Credentials, int> usableSecrets(const NamedServer& server, bool allowClear, const Printer& printer)
{
    net::CredentialStore store;
    if (server.token) {
        store.setSessionToken(server.profile.id, *server.token);
    }
    TokenCheck check(
        {server.profile}, &store, allowClear ? TokenCheck::ClearToken::Allowed : TokenCheck::ClearToken::Refused);
    net::Credentials secrets;
    QObject::connect(&check, &TokenCheck::finished, &check, [&] {
        store.credentials(server.profile, &check, [&secrets](const net::Credentials& found) {
            secrets = found;
            QCoreApplication::exit(Done);
        });
    });
    check.start();
    const int code = QCoreApplication::exec();
    for (const QString& warning : check.warnings()) {
        printer.say(warning);
    }
    for (const QString& refusal : check.refusals()) {
        printer.complain(refusal);
    }
    if (code != Done || !check.refusals().isEmpty()) {
        return std::unexpected(NotDone);
    }
    return secrets;
}

} // namespace cli
