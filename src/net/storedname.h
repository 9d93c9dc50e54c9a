// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace net {

// The name under which CAPE keeps and runs a file that is sent as `name` (its sanitize_filename): letters and digits of
// ASCII, blank, '_', '-' and '.' stay, all else becomes '_', and a name of 32 characters or more is cut to 24, its
// extension kept. Those are the numbers of its default cuckoo.conf.
QString storedFileName(const QString& name);

// Whether a task with this target may have come from a file sent as `name` with these options, which may name the file
// themselves. A server that is set to cut less, or nothing, is taken into account.
bool isStoredAs(const QString& name, const QString& options, const QString& target);

} // namespace net
