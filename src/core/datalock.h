// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QLockFile>

#include <memory>

namespace core {

// Whether a program may change what lies in its data folder, or only look at it.
enum class Access { ReadWrite, ReadOnly };

// The right to change what the workbench keeps: tasks, cases, profiles, presets. One program has it at a time, for as
// long as this lives; of a dead one it is taken.
class DataLock {
public:
    // Makes the folder where it is missing. Errors: Refused (another program has it; which one is in the detail),
    // CannotWrite (nobody has, but the folder cannot be written: why is in the detail).
    static Result<std::shared_ptr<DataLock>> take(const QString& folder);

private:
    explicit DataLock(const QString& file);

    QLockFile m_lock;
};

// For what was to be changed without that right.
Error readOnlyError();

} // namespace core
