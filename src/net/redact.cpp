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

core::Error redacted(const core::Error& error, const QString& secret)
{
    return {error.code, redacted(error.message, secret), redacted(error.detail, secret)};
}

} // namespace net
