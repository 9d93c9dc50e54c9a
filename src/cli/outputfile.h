// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArrayView>
#include <QString>

namespace cli {

// That the file could not be written, and what to do about it.
core::Error cannotWrite(const QString& path, const QString& reason);

// Writes the file whole or not at all.
core::Result<void> writeFile(const QString& path, QByteArrayView bytes);

} // namespace cli
