// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QList>
#include <QString>

#include <functional>

class QObject;

namespace net {

class CredentialStore;

// A proxy's password that stood in a file of profiles.
struct StrayPassword {
    QString profileId;
    QString profileName;
    QString password; // empty: something stood there that could not be read, and may be one
};

// Puts the passwords where they belong and, once the keychain has them or has refused them, has the file saved without
// them. `warn` is told in words what the analyst must know: a password that is kept for this session only, one that
// could not be read, a file that still holds them. Nothing more happens once the context is gone.
void moveToKeychain(const QList<StrayPassword>& passwords, CredentialStore* credentials, QObject* context,
    std::function<core::Result<void>()> save, std::function<void(const QString&)> warn);

} // namespace net
