// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace test {

// The variable that tells QueueChild its folder: profiles.json, samples/ and queue/ lie there.
inline constexpr char ChildFolder[] = "CAPEWB_CHILD_FOLDER";

} // namespace test
