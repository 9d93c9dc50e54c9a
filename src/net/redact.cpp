// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/redact.h"

namespace net {

QString redacted(QString text, const QString& secret)
{
    constexpr qsizetype ShortestSecret = 6;
    if (secret.size() >= ShortestSecret) {
        text.replace(secret, QStringLiteral("•••"));
    }
    return text;
}

core::Error redacted(const core::Error& error, const Credentials& secrets)
{
    const auto discreet
        = [&](const QString& text) { return redacted(redacted(text, secrets.token), secrets.proxyPassword); };
    return {error.code, discreet(error.message), discreet(error.detail)};
}

} // namespace net
