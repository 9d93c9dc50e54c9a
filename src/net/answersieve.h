// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>

namespace net {

// How much of an answer is read. A text of a few bytes an entry takes some thirty times its size in memory as JSON.
struct SieveLimits {
    qint64 entries = 5'000; // of a list
    qint64 values = 500'000; // in all
};

// A JSON answer that can be read in bounded memory.
struct SievedAnswer {
    QByteArray body;
    qint64 read = 0; // entries of the list that is cut
    qint64 leftOut = 0; // its further entries
};

// Cuts the list that is a member of the answer's object where it has more entries, or the answer more values, than the
// limits allow. What is no JSON stays as it is. TooLarge: the values are too many elsewhere. In any thread.
core::Result<SievedAnswer> sieve(const QByteArray& body, const SieveLimits& limits = {});

} // namespace net
