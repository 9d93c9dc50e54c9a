// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

// Small files of the settings folder: read whole, written whole or not at all, for this user alone.
namespace core::submission {

inline constexpr qint64 LargestSettingsFile = 1 << 20; // bytes

// The file's place in the settings folder.
QString settingsFile(const QString& name);

// The bytes; empty where there is no file. A larger file gives one byte more than the largest. CannotRead.
Result<QByteArray> readSettingsFile(const QString& path);

// With mode 0600, and its folder where that is missing. CannotWrite.
Result<void> saveSettingsFile(const QString& path, const QByteArray& bytes);

// Moves a file that cannot be used out of the way; gives the words for the analyst, with the reason in them.
QString setAside(const QString& path, const QString& reason);

} // namespace core::submission
