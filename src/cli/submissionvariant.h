// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/taskqueue.h"

namespace cli {

// What sets one of several tasks of an input apart, in words: where it runs, and whether without the monitor.
QString variantOf(const net::Submission& submission);

} // namespace cli
