// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QIODevice>
#include <QString>

#include <memory>
#include <stop_token>

namespace net {

// The workbench's own copies of submitted samples, in a folder that only the user can enter. A sample is named by what
// add() gave as its path; equal samples share a copy.
class SampleStore {
public:
    struct Stored {
        QString path;
        QString sha256; // lower-case hex
        qint64 size = 0; // bytes of the sample
    };

    virtual ~SampleStore() = default;
    // Copies and hashes in one pass. Runs in any thread. Errors: CannotRead, TooLarge (over `limit` bytes), BadInput
    // (empty, or no file), CannotWrite, Cancelled.
    virtual core::Result<Stored> add(const QString& source, qint64 limit, const std::stop_token& stop) = 0;
    // The sample's bytes, open for reading and of known size.
    virtual core::Result<std::unique_ptr<QIODevice>> open(const QString& path) = 0;
    virtual void remove(const QString& path) = 0;
};

// Copies as CaRT, under their hash, mode 0600: what rests on disk cannot be run, nor found by a virus scanner. One
// store at a time may use the folder.
std::unique_ptr<SampleStore> cartSampleStore(const QString& folder);

} // namespace net
