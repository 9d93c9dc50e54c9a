// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QFile>

#include <memory>

namespace core {

// A temporary file without a name: only this process reaches it, and it is gone with the process, however that ends.
class ScratchFile : public QFile {
public:
    // Open for reading and writing, empty. Errors: CannotWrite.
    static Result<std::unique_ptr<ScratchFile>> make();

    // A path by which this process can open the file once more, for as long as this object lives.
    QString path() const;

    // That it could not be written to.
    Error failure() const;

private:
    ScratchFile() = default;
};

} // namespace core
