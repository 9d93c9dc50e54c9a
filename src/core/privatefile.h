// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

namespace core {

// Makes the folder, with those above it, so that only its owner can enter it (0700).
Result<void> makePrivateFolder(const QString& path);

// Writes the file whole or not at all, for this user alone (0600), and makes its folder where that is missing. Gives
// the system's reason where it could not.
std::expected<void, QString> savePrivateFile(const QString& path, const QByteArray& bytes);

} // namespace core
