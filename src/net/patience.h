// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QtTypes>

namespace net {

// What an error asks for.
enum class Remedy {
    WaitForServer, // the server cannot be reached: nothing else need try either
    WaitForTask, // this task tries again later
    Stop, // trying again would change nothing
};

// `wasSent`: the request had reached the server, so it is up.
Remedy remedyFor(core::ErrorCode code, bool wasSent);

// Milliseconds before the try after that many failures (1 and up): from 2 s, doubling up to 5 min, a quarter of it
// random, so that many waiting clients do not return together. `random` is in [0, 1).
qint64 pauseAfter(int failures, double random);
qint64 pauseAfter(int failures);

} // namespace net
